import { LockMode, ref } from '@mikro-orm/core';
import type { Context } from '../../context.js';
import { badField, forbidden, notFound } from '../../core/errors.js';
import { isId } from '../../core/id.js';
import { Post } from '../post/post.entity.js';
import { deletedUser } from '../user/deleted-user.service.js';
import { User } from '../user/user.entity.js';
import { Comment, deepestLevel } from './comment.entity.js';
import { canReadComments, canReply } from './comment.policy.js';

/*
 * Whoever changes a thread holds on to its post first and then to comments, from below upward: so nobody waits in a
 * circle, and no reply comes to a comment that goes.
 */

/** The post, which cannot be deleted or change its state now. Null when it is missing or not for this viewer. */
export async function heldPost(tx: Context, id: string): Promise<Post | null> {
  const post = isId(id) ? await tx.em.findOne(Post, { id }, { lockMode: LockMode.PESSIMISTIC_READ }) : null;
  return post && canReadComments(tx.viewer, post) ? post : null;
}

/** A comment that the viewer may read; of a deleted one only its place is left. */
export async function lockComment(tx: Context, id: string): Promise<Comment> {
  const found = isId(id) ? await tx.em.findOne(Comment, { id }, { disableIdentityMap: true }) : null;
  const isReadable = found && (await heldPost(tx, found.post.id));
  const comment = isReadable && (await lockPlace(tx, id));
  if (!comment || comment.deleted) throw notFound('Comment');
  return comment;
}

const lockPlace = (tx: Context, id: string): Promise<Comment | null> =>
  tx.em.findOne(Comment, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });

/** The comment of a post to reply to, which cannot be deleted now. */
export async function heldParent(tx: Context, post: Post, id: string): Promise<Comment> {
  const where = { id, post, deleted: false };
  const parent = isId(id)
    ? await tx.em.findOne(Comment, where, { lockMode: LockMode.PESSIMISTIC_READ })
    : null;
  if (!parent) throw notFound('Comment');
  if (parent.level >= deepestLevel) {
    const message = `A thread has ${deepestLevel} levels. Reply to the comment above this one.`;
    throw badField(['input', 'parentId'], 'DEPTH', message);
  }
  if (!canReply(tx.viewer, parent)) throw forbidden('What is hidden cannot be replied to.');
  return parent;
}

/** What has replies leaves its place to them; a place that nobody replies to any more goes with its last reply. */
export async function takeOut(tx: Context, comment: Comment): Promise<void> {
  if ((await tx.em.count(Comment, { parent: comment.id })) > 0) {
    const author = ref(User, await deletedUser(tx));
    Object.assign(comment, { body: '', hidden: false, deleted: true, author });
    return;
  }
  const { id, parent } = comment;
  await tx.em.nativeDelete(Comment, { id });
  const above = parent && (await lockPlace(tx, parent.id));
  if (above?.deleted) await takeOut(tx, above);
}
