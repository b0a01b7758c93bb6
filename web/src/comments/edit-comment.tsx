import { useMutation } from '@apollo/client/react';
import { type CommentViewFragment, UpdateCommentDocument } from '../gql/graphql';
import { CommentForm } from './comment-form';

export function EditComment({ comment, onDone }: { comment: CommentViewFragment; onDone: () => void }) {
  const [updateComment] = useMutation(UpdateCommentDocument);
  const save = async (body: string) => {
    await updateComment({ variables: { id: comment.id, body } });
  };
  return (
    <CommentForm label="Change your comment" button="Save" text={comment.body} save={save} onDone={onDone} />
  );
}
