import { Link } from 'react-router';
import type { PostSummaryFragment } from '../gql/graphql';
import { Byline } from './byline';
import { postPath } from './post-path';
import { StatusBadge } from './status-badge';

interface Props {
  post: PostSummaryFragment;
  withStatus: boolean;
}

export function PostCard({ post, withStatus }: Props) {
  return (
    <article className="post-card">
      <h2>
        <Link to={postPath(post.slug)} lang="" dir="auto">
          {post.title}
        </Link>{' '}
        {withStatus && <StatusBadge status={post.status} />}
      </h2>
      <Byline post={post} />
      <p className="excerpt" lang="" dir="auto">
        {post.excerpt}
      </p>
    </article>
  );
}
