import type { Context } from '../../context.js';
import { forbidden } from '../../core/errors.js';
import { inTransaction } from '../../core/transaction.js';
import { recordEvent } from '../audit/audit.service.js';
import { endSessions } from '../auth/session.service.js';
import { handOverComments } from '../comment/comment-handover.service.js';
import { handOverImages } from '../image/image-handover.service.js';
import { handOverPosts } from '../post/post-handover.service.js';
import { keepAnAdmin } from './admin.service.js';
import { deletedUser } from './deleted-user.service.js';
import type { User } from './user.entity.js';
import { canDeleteUser } from './user.policy.js';
import { lockUser } from './user.service.js';

export async function deleteUser(ctx: Context, id: string): Promise<string> {
  await inTransaction(ctx, async (tx) => {
    const user = await lockUser(tx, id);
    if (!canDeleteUser(tx.viewer, user)) throw forbidden(whyNot(tx, user));
    await removeUser(tx, user);
  });
  return id;
}

const whyNot = (tx: Context, user: User): string =>
  tx.viewer?.id === user.id
    ? 'To delete your own account takes your password: use `deleteAccount`.'
    : 'This account cannot be deleted.';

/**
 * Deletes an account for good, with what only its user could see; what everyone could read stays, under the name of
 * a deleted user. Throws CONFLICT for the last admin. `user` is locked.
 */
export async function removeUser(tx: Context, user: User): Promise<void> {
  await keepAnAdmin(tx, user);
  await recordEvent(tx, 'user-deleted', { subjectId: user.id });
  await endSessions(tx, user.id);
  await handOver(tx, user.id);
  tx.em.remove(user);
}

/** What becomes of everything that belongs to a user who goes: a line for each kind. */
async function handOver(tx: Context, userId: string): Promise<void> {
  const heir = await deletedUser(tx);
  await handOverPosts(tx, userId, heir);
  await handOverComments(tx, userId, heir);
  await handOverImages(tx, userId, heir);
}
