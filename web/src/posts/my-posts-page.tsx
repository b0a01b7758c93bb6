import { PostOrder } from '../gql/graphql';
import { useViewer } from '../session/use-session';
import { usePageTitle } from '../ui/use-page-title';
import { PostList } from './post-list';
import { usePostList } from './use-post-list';

export function MyPostsPage() {
  usePageTitle('My posts');
  const viewer = useViewer();
  return viewer && <PostsOf key={viewer.id} authorId={viewer.id} />;
}

function PostsOf({ authorId }: { authorId: string }) {
  const list = usePostList({ authorId }, PostOrder.RecentlyUpdated);
  return (
    <>
      <h1>My posts</h1>
      <PostList list={list} withStatus empty="You have not written anything yet." />
    </>
  );
}
