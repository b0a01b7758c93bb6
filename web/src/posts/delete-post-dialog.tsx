import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { forgetPostLists } from '../api/cache';
import { DeletePostDocument, type PostDetailFragment } from '../gql/graphql';
import { ProblemAlert } from '../ui/problem-alert';
import { announce } from '../ui/status-message';
import { useTask } from '../ui/use-task';

interface Props {
  post: PostDetailFragment;
  onClose: () => void;
}

export function DeletePostDialog({ post, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const { run, busy, problem } = useDelete(post);
  return (
    <dialog ref={dialog} aria-labelledby="delete-heading" onClose={onClose}>
      <h2 id="delete-heading">Delete this post?</h2>
      <p lang="" dir="auto">
        {post.title}
      </p>
      <p>It cannot be brought back.</p>
      <ProblemAlert problem={problem} />
      <div className="actions">
        <button type="button" className="danger" aria-busy={busy} onClick={run}>
          Delete post
        </button>
        <button type="button" onClick={() => dialog.current?.close()}>
          Cancel
        </button>
      </div>
    </dialog>
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
