import type { Context } from '../../context.js';
import { Post } from '../post/post.entity.js';
import { readablePosts } from '../post/post.policy.js';
import type { Image } from './image.entity.js';

const mostUses = 20;

const selection = new Map(['id', 'slug', 'title'].map((name) => [name, new Map()]));

/** Some of the posts that show an image, as far as the viewer may read them. */
export async function usesOf(ctx: Context, image: Image): Promise<object[]> {
  const shows = {
    $sql: { sql: '{}.id in (select post_id from post_images where image_id = ?)', values: [image.id] },
  };
  const posts = await ctx.read.all(Post, { $and: [shows, readablePosts(ctx.viewer)] }, selection);
  return posts.slice(0, mostUses).map(({ id, slug, title }) => ({ id, slug, title }));
}
