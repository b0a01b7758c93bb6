import type { Context } from '../../context.js';
import { Post, PostStatus } from './post.entity.js';

/** When an author goes: what they published passes to `heir`, and what nobody else could read is deleted. */
export async function handOverPosts(tx: Context, author: string, heir: string): Promise<void> {
  await tx.em.nativeUpdate(Post, { author, status: PostStatus.PUBLISHED }, { author: heir });
  await tx.em.nativeDelete(Post, { author });
}
