import { useQuery } from '@apollo/client/react';
import { useParams } from 'react-router';
import { problemOf } from '../api/problem';
import { PostBySlugDocument } from '../gql/graphql';
import { useViewer } from '../session/use-session';
import { Loading } from '../ui/loading';
import { NotFoundPage } from '../ui/not-found-page';
import { ProblemAlert } from '../ui/problem-alert';
import { usePageTitle } from '../ui/use-page-title';
import { PostEditor } from './post-editor';

export function EditPage() {
  const { slug = '' } = useParams();
  const viewer = useViewer();
  // An editor must start from what is stored now, not from what was read some time ago.
  const { data, error } = useQuery(PostBySlugDocument, { variables: { slug }, fetchPolicy: 'network-only' });
  const post = data?.post;
  usePageTitle(post ? `Edit ${post.title}` : 'Edit');
  if (post?.viewerCanEdit && viewer) return <PostEditor key={post.id} post={post} viewerId={viewer.id} />;
  if (post) return <p>This post is not yours to edit.</p>;
  if (error) return <ProblemAlert problem={problemOf(error)} />;
  return data ? <NotFoundPage /> : <Loading />;
}
