import { Link, useLocation } from 'react-router';
import { type PostDetailFragment, PostStatus } from '../gql/graphql';
import { returnPath } from '../session/return-path';
import { useViewer } from '../session/use-session';
import { AddComment } from './add-comment';
import { CommentsOfPost } from './comments-of-post';

/** The conversation below a post. Only what is published can be talked about. */
export function CommentSection({ post }: { post: PostDetailFragment }) {
  const viewer = useViewer();
  const from = returnPath(useLocation());
  return (
    <section className="comments" aria-labelledby="comments-heading">
      <h2 id="comments-heading">Comments</h2>
      <CommentsOfPost postId={post.id} />
      {post.status === PostStatus.Published &&
        (viewer ? (
          <AddComment label="Your comment" postId={post.id} />
        ) : (
          <p>
            <Link to="/login" state={{ from }}>
              Sign in to comment
            </Link>
          </p>
        ))}
    </section>
  );
}
