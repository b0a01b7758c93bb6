import { PostStatus } from '../gql/graphql';
import { usePageTitle } from '../ui/use-page-title';
import { PostList } from './post-list';
import { usePostList } from './use-post-list';

const published = { status: [PostStatus.Published] };

export function HomePage() {
  usePageTitle('');
  const list = usePostList(published);
  return (
    <>
      <h1 className="sr-only">Latest posts</h1>
      <PostList list={list} empty="Nothing has been published yet." />
    </>
  );
}
