import type { Context } from '../../context.js';
import type { Selection } from '../../read/selection.js';
import { Post } from './post.entity.js';
import { readablePosts } from './post.policy.js';

/** Where a post is, and when it last changed. */
export type PostAddress = Pick<Post, 'slug' | 'updatedAt'>;

const address: Selection = new Map([
  ['slug', new Map()],
  ['updatedAt', new Map()],
]);

/** A part of the posts that the viewer may read, oldest first, so that new ones change the last part only. */
export const listAddresses = (ctx: Context, part: { skip: number; most: number }): Promise<PostAddress[]> =>
  ctx.read.all(Post, readablePosts(ctx.viewer), address, 'id', part);
