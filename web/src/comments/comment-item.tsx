import { type ReactNode, useState } from 'react';
import type { CommentViewFragment } from '../gql/graphql';
import { PostBody } from '../posts/post-body';
import { Moment } from '../ui/moment';
import { AddComment } from './add-comment';
import { CommentActions } from './comment-actions';
import { EditComment } from './edit-comment';

interface Props {
  postId: string;
  comment: CommentViewFragment;
  /** What replies to it. */
  children: ReactNode;
}

/** What is being written below a comment, or in its place. */
export type Writing = 'reply' | 'change' | null;

export function CommentItem({ postId, comment, children }: Props) {
  const [writing, setWriting] = useState<Writing>(null);
  const close = () => setWriting(null);
  return (
    <article className="comment">
      {comment.deleted ? <p className="byline">This comment was deleted.</p> : <Byline comment={comment} />}
      {writing === 'change' ? (
        <EditComment comment={comment} onDone={close} />
      ) : (
        comment.body && <PostBody html={comment.html} />
      )}
      <CommentActions comment={comment} onWrite={setWriting} />
      {writing === 'reply' && (
        <AddComment label="Your reply" postId={postId} parentId={comment.id} onDone={close} />
      )}
      {children}
    </article>
  );
}

function Byline({ comment }: { comment: CommentViewFragment }) {
  return (
    <p className="byline">
      <span lang="" dir="auto">
        {comment.author.displayName}
      </span>
      <Moment at={comment.createdAt} />
      {comment.updatedAt !== comment.createdAt && <span>edited</span>}
      {comment.hidden && <span>hidden</span>}
    </p>
  );
}
