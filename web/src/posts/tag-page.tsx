import { useQuery } from '@apollo/client/react';
import { Navigate, useParams } from 'react-router';
import { PostStatus, TagBySlugDocument } from '../gql/graphql';
import { usePageTitle } from '../ui/use-page-title';
import { PostList } from './post-list';
import { tagPath } from './post-path';
import { usePostList } from './use-post-list';

export function TagPage() {
  const { slug = '' } = useParams();
  const list = usePostList({ status: [PostStatus.Published], tag: slug });
  const tag = useQuery(TagBySlugDocument, { variables: { slug } }).data?.tag;
  const name = tag?.name ?? slug;
  usePageTitle(name);
  if (tag && tag.slug !== slug) return <Navigate to={tagPath(tag.slug)} replace />;
  return (
    <>
      <h1 lang="" dir="auto">
        {name}
      </h1>
      <PostList list={list} empty="There are no posts with this tag." />
    </>
  );
}
