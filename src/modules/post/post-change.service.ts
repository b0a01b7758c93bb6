import { LockMode } from '@mikro-orm/core';
import type { Context } from '../../context.js';
import { forbidden, notFound } from '../../core/errors.js';
import { isId } from '../../core/id.js';
import { inTransaction } from '../../core/transaction.js';
import { Post } from './post.entity.js';
import { canEditPost, canReadPost } from './post.policy.js';
import { saveSearchRow } from './post-search.row.js';

/** False: nothing has changed. */
type Outcome = false | undefined;

/** Loads and locks a post that the viewer may edit, applies `change`, and counts the version unless it says false. */
export function changePost(
  ctx: Context,
  id: string,
  change: (tx: Context, post: Post) => Outcome | Promise<Outcome>,
): Promise<Post> {
  return inTransaction(ctx, async (tx) => {
    const post = await lockPost(tx, id);
    if (!canEditPost(tx.viewer, post)) throw forbidden('Only its author and editors may change a post.');
    const { title, content } = post;
    if ((await change(tx, post)) === false) return post;
    post.version += 1;
    post.updatedAt = tx.now;
    if (post.title !== title || post.content !== content) {
      await tx.em.flush();
      await saveSearchRow(tx.em, post);
    }
    return post;
  });
}

/** An unreadable post is reported as missing, so that ids cannot be probed. */
export async function lockPost(tx: Context, id: string): Promise<Post> {
  const post = isId(id) ? await tx.em.findOne(Post, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
  if (!post || !canReadPost(tx.viewer, post)) throw notFound('Post');
  return post;
}
