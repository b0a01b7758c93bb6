import { useApolloClient } from '@apollo/client/react';
import { useNavigate } from 'react-router';
import { forgetPostLists } from '../api/cache';
import { DeletePostDocument, type PostDetailFragment } from '../gql/graphql';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { announce } from '../ui/status-message';
import { useTask } from '../ui/use-task';

interface Props {
  post: PostDetailFragment;
  onClose: () => void;
}

export function DeletePostDialog({ post, onClose }: Props) {
  return (
    <ConfirmDialog title="Delete this post?" action="Delete post" task={useDelete(post)} onClose={onClose}>
      <p lang="" dir="auto">
        {post.title}
      </p>
      <p>It cannot be brought back.</p>
    </ConfirmDialog>
  );
}

function useDelete(post: PostDetailFragment) {
  const client = useApolloClient();
  const navigate = useNavigate();
  return useTask(async () => {
    await client.mutate({ mutation: DeletePostDocument, variables: { id: post.id } });
    announce('The post is deleted.');
    // Leave first: the open page would otherwise show for a moment that its post is gone.
    await navigate('/mine', { replace: true });
    client.cache.evict({ id: client.cache.identify({ __typename: 'Post', id: post.id }) });
    forgetPostLists(client.cache);
  });
}
