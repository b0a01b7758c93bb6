import type { LiveContext } from '../../context.js';
import type { Selection } from '../../read/selection.js';
import { follow } from '../live/live.service.js';
import { type Post, PostStatus } from './post.entity.js';
import { postsMatching } from './post.filter.js';
import { readablePosts } from './post.policy.js';

/** Posts when everyone may read them, whoever publishes them: see `follow`. */
export const followPosts = (
  ctx: LiveContext,
  tag: string | null,
  after: string | null,
  selection: Selection,
): Promise<AsyncIterable<Post>> =>
  follow(ctx, {
    topic: 'posts',
    scope: { comment: null },
    shownTo: (viewer) => ({
      post: {
        $is: { $and: [{ status: PostStatus.PUBLISHED }, readablePosts(viewer), postsMatching({ tag })] },
      },
    }),
    after,
    property: 'post',
    selection,
  });
