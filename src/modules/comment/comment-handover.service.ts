import type { Context } from '../../context.js';
import { Comment } from './comment.entity.js';

/** When an author goes: what they wrote below posts passes to `heir`, so that threads stay readable. */
export async function handOverComments(tx: Context, author: string, heir: string): Promise<void> {
  await tx.em.nativeUpdate(Comment, { author }, { author: heir });
}
