import { useRef } from 'react';
import { problemOf } from '../api/problem';
import { Loading } from '../ui/loading';
import { ProblemAlert } from '../ui/problem-alert';
import { announce } from '../ui/status-message';
import { useTask } from '../ui/use-task';
import { PostCard } from './post-card';
import type { PostListState } from './use-post-list';

interface Props {
  list: PostListState;
  withStatus?: boolean;
  empty: string;
}

export function PostList({ list, withStatus = false, empty }: Props) {
  const { posts, hasMore, error, loadMore } = list;
  const cards = useRef<HTMLDivElement>(null);
  const more = useTask(async () => {
    const shown = posts?.length ?? 0;
    const added = await loadMore();
    announce(added === 1 ? 'One more post.' : `${added} more posts.`);
    // The button moves down the page, so a keyboard goes on at the first of the new posts.
    requestAnimationFrame(() => cards.current?.children[shown]?.querySelector('a')?.focus());
  });

  if (!posts) return error ? <ProblemAlert problem={problemOf(error)} /> : <Loading />;
  if (posts.length === 0) return <p className="empty">{empty}</p>;
  return (
    <>
      <div className="post-list" ref={cards}>
        {posts.map((post) => (
          <PostCard key={post.id} post={post} withStatus={withStatus} />
        ))}
      </div>
      <ProblemAlert problem={more.problem ?? (error ? problemOf(error) : null)} />
      {hasMore && (
        <button type="button" className="load-more" aria-busy={more.busy} onClick={more.run}>
          Load more
        </button>
      )}
    </>
  );
}
