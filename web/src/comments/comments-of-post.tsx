import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { problemOf } from '../api/problem';
import { PostCommentsDocument } from '../gql/graphql';
import { Loading } from '../ui/loading';
import { ProblemAlert } from '../ui/problem-alert';
import { CommentItem } from './comment-item';
import { RepliesTo } from './replies-to';

/** A page of comments, and the pages after it as far as they are asked for. */
export function CommentsOfPost({ postId, after }: { postId: string; after?: string | null }) {
  const [more, setMore] = useState(false);
  const variables = { postId, after };
  const { data, error } = useQuery(PostCommentsDocument, { variables, fetchPolicy: 'cache-and-network' });
  const page = data?.post?.comments;
  if (!page) return error ? <ProblemAlert problem={problemOf(error)} /> : <Loading />;
  return (
    <>
      {page.nodes.map((comment) => (
        <CommentItem key={comment.id} postId={postId} comment={comment}>
          <RepliesTo postId={postId} id={comment.id} page={comment.replies} />
        </CommentItem>
      ))}
      {page.pageInfo.hasNextPage &&
        (more ? (
          <CommentsOfPost postId={postId} after={page.pageInfo.endCursor} />
        ) : (
          <button type="button" className="load-more" onClick={() => setMore(true)}>
            More comments
          </button>
        ))}
    </>
  );
}
