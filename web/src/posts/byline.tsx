import { Fragment } from 'react';
import { Link } from 'react-router';
import type { PostSummaryFragment } from '../gql/graphql';
import { Moment } from '../ui/moment';
import { tagPath } from './post-path';

/** Author, date, reading time and tags, in one line where there is room. */
export function Byline({ post }: { post: PostSummaryFragment }) {
  return (
    <p className="byline">
      <span lang="" dir="auto">
        {post.author.displayName}
      </span>
      <Moment at={post.publishedAt ?? post.updatedAt} />
      <span>{post.readingMinutes} min read</span>
      {post.tags.length > 0 && (
        <span className="tags">
          {post.tags.map((tag) => (
            <Fragment key={tag.id}>
              <Link to={tagPath(tag.slug)} lang="" dir="auto">
                {tag.name}
              </Link>{' '}
            </Fragment>
          ))}
        </span>
      )}
    </p>
  );
}
