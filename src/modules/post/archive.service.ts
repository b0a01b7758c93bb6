import type { Context } from '../../context.js';
import { Post, PostStatus } from './post.entity.js';
import { postsMatching } from './post.filter.js';
import type { PostFilter } from './post.input.js';

type MonthOfPosts = { year: number; month: number; postCount: number };

/** What is published is for everyone. `listedAt` is when: an index has it. */
export async function archive(ctx: Context, filter: PostFilter | null): Promise<MonthOfPosts[]> {
  const where = { $and: [{ status: PostStatus.PUBLISHED }, postsMatching(filter)] };
  const months = await ctx.read.months(Post, where, 'listedAt');
  return months.map(({ count, ...month }) => ({ ...month, postCount: count }));
}
