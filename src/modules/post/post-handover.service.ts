import type { Context } from '../../context.js';
import { Post, PostStatus } from './post.entity.js';
import { PostDraft } from './post-draft.entity.js';
import { PostRevision } from './post-revision.entity.js';

/**
 * When an author goes: what they published passes to `heir` with working copy and revisions, which editors could read, and what
 * nobody else could read is deleted.
 */
export async function handOverPosts(tx: Context, author: string, heir: string): Promise<void> {
  await tx.em.nativeUpdate(Post, { author, status: PostStatus.PUBLISHED }, { author: heir });
  await tx.em.nativeDelete(Post, { author });
  await tx.em.nativeUpdate(PostRevision, { author }, { author: heir });
  await tx.em.nativeUpdate(PostDraft, { author }, { author: heir });
}
