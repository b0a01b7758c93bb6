import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { type CommentViewFragment, DeleteCommentDocument, SetCommentHiddenDocument } from '../gql/graphql';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { ProblemAlert } from '../ui/problem-alert';
import { announce } from '../ui/status-message';
import { useTask } from '../ui/use-task';
import type { Writing } from './comment-item';
import { inThreads } from './in-threads';

interface Props {
  comment: CommentViewFragment;
  onWrite: (writing: Writing) => void;
}

/** The server says what the viewer may do; it decides again when they do it. */
export function CommentActions({ comment, onWrite }: Props) {
  const [deleting, setDeleting] = useState(false);
  const hiding = useHiding(comment);
  return (
    <>
      <ProblemAlert problem={hiding.problem} />
      <div className="actions">
        {comment.viewerCanReply && <Action label="Reply" onClick={() => onWrite('reply')} />}
        {comment.viewerCanEdit && <Action label="Edit" onClick={() => onWrite('change')} />}
        {comment.viewerCanDelete && <Action label="Delete" onClick={() => setDeleting(true)} />}
        {comment.viewerCanHide && <Action label={comment.hidden ? 'Show' : 'Hide'} onClick={hiding.run} />}
      </div>
      {deleting && <DeleteComment comment={comment} onClose={() => setDeleting(false)} />}
    </>
  );
}

function Action({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <button type="button" className="quiet" onClick={onClick}>
      {label}
    </button>
  );
}

function useHiding({ id, hidden }: CommentViewFragment) {
  const [setHidden] = useMutation(SetCommentHiddenDocument, inThreads);
  return useTask(async () => {
    await setHidden({ variables: { id, hidden: !hidden } });
    announce(hidden ? 'Everyone can read the comment again.' : 'The comment is hidden.');
  });
}

function DeleteComment({ comment, onClose }: { comment: CommentViewFragment; onClose: () => void }) {
  const [deleteComment] = useMutation(DeleteCommentDocument, inThreads);
  const deletion = useTask(async () => {
    await deleteComment({ variables: { id: comment.id } });
    onClose();
    announce('The comment is deleted.');
  });
  return (
    <ConfirmDialog title="Delete this comment?" action="Delete comment" task={deletion} onClose={onClose}>
      <p>It cannot be brought back. Replies to it stay.</p>
    </ConfirmDialog>
  );
}
