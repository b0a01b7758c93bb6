import type { LiveContext } from '../../context.js';
import { notFound } from '../../core/errors.js';
import { isId } from '../../core/id.js';
import type { Selection } from '../../read/selection.js';
import { follow } from '../live/live.service.js';
import { Post } from '../post/post.entity.js';
import { readablePosts } from '../post/post.policy.js';
import type { Comment } from './comment.entity.js';
import { readableComments } from './comment.policy.js';

/** Comments of a post when they are written: see `follow`. Throws NOT_FOUND when the viewer may not read the post. */
export async function followComments(
  ctx: LiveContext,
  postId: string,
  after: string | null,
  selection: Selection,
): Promise<AsyncIterable<Comment>> {
  const where = { $and: [{ id: postId }, readablePosts(ctx.viewer)] };
  if (!isId(postId) || !(await ctx.read.one(Post, where, new Map()))) throw notFound('Post');
  return follow(ctx, {
    topic: postId.toLowerCase(),
    scope: { $and: [{ post: postId }, { comment: { $ne: null } }] },
    shownTo: (viewer) => ({
      comment: { $is: { $and: [{ hidden: false, deleted: false }, readableComments(viewer)] } },
    }),
    after,
    property: 'comment',
    selection,
  });
}
