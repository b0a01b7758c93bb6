import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { problemOf } from '../api/problem';
import { type CommentPageFragment, CommentRepliesDocument, type CommentViewFragment } from '../gql/graphql';
import { Loading } from '../ui/loading';
import { ProblemAlert } from '../ui/problem-alert';
import { CommentItem } from './comment-item';

interface Props {
  postId: string;
  /** The comment that they reply to. */
  id: string;
  page: CommentPageFragment;
}

/** Replies that are there already; the pages after them, and what replies to them in turn, when it is asked for. */
export function RepliesTo({ postId, id, page }: Props) {
  const [more, setMore] = useState(false);
  return (
    <>
      {page.nodes.map((reply) => (
        <CommentItem key={reply.id} postId={postId} comment={reply}>
          <RepliesOnDemand postId={postId} comment={reply} />
        </CommentItem>
      ))}
      {page.pageInfo.hasNextPage &&
        (more ? (
          <NextReplies postId={postId} id={id} after={page.pageInfo.endCursor} />
        ) : (
          <button type="button" className="quiet" onClick={() => setMore(true)}>
            More replies
          </button>
        ))}
    </>
  );
}

function RepliesOnDemand({ postId, comment }: { postId: string; comment: CommentViewFragment }) {
  const [open, setOpen] = useState(false);
  if (comment.replyCount === 0) return null;
  if (open) return <NextReplies postId={postId} id={comment.id} />;
  return (
    <button type="button" className="quiet" onClick={() => setOpen(true)}>
      {comment.replyCount === 1 ? '1 reply' : `${comment.replyCount} replies`}
    </button>
  );
}

function NextReplies({ postId, id, after }: { postId: string; id: string; after?: string | null }) {
  const variables = { id, after };
  const { data, error } = useQuery(CommentRepliesDocument, { variables, fetchPolicy: 'cache-and-network' });
  if (data?.comment) return <RepliesTo postId={postId} id={id} page={data.comment.replies} />;
  return error ? <ProblemAlert problem={problemOf(error)} /> : <Loading />;
}
