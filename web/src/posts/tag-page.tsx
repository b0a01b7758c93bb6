import { useParams } from 'react-router';
import { PostStatus } from '../gql/graphql';
import { usePageTitle } from '../ui/use-page-title';
import { PostList } from './post-list';
import { usePostList } from './use-post-list';

export function TagPage() {
  const { slug = '' } = useParams();
  const list = usePostList({ status: [PostStatus.Published], tag: slug });
  const tag = list.posts?.flatMap((post) => post.tags).find((tag) => tag.slug === slug);
  const name = tag?.name ?? slug;
  usePageTitle(name);
  return (
    <>
      <h1 lang="" dir="auto">
        {name}
      </h1>
      <PostList list={list} empty="There are no posts with this tag." />
    </>
  );
}
