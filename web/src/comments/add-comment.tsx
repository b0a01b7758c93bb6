import { useMutation } from '@apollo/client/react';
import { AddCommentDocument } from '../gql/graphql';
import { announce } from '../ui/status-message';
import { CommentForm } from './comment-form';
import { inThreads } from './in-threads';

interface Props {
  label: string;
  postId: string;
  /** The comment to reply to. */
  parentId?: string;
  /** Closes the form; without it the form stays, for the next comment. */
  onDone?: () => void;
}

export function AddComment({ label, postId, parentId, onDone }: Props) {
  const [addComment] = useMutation(AddCommentDocument, inThreads);
  const save = async (body: string) => {
    await addComment({ variables: { input: { postId, parentId, body } } });
    announce('Your comment is there for everyone to read.');
  };
  return <CommentForm label={label} button={parentId ? 'Reply' : 'Comment'} save={save} onDone={onDone} />;
}
