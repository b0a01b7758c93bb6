import type { Context } from '../../context.js';
import { deletedUserId, User, UserStatus } from './user.entity.js';

/** Makes the account of deleted users unless it is there. No username has brackets, and no hash is empty. */
export async function deletedUser(tx: Context): Promise<string> {
  const account = {
    id: deletedUserId,
    username: '[deleted]',
    usernameKey: '[deleted]',
    displayName: 'Deleted user',
    passwordHash: '',
    status: UserStatus.DISABLED,
    createdAt: tx.now,
    updatedAt: tx.now,
  };
  await tx.em.createQueryBuilder(User).insert(account).onConflict('id').ignore().execute();
  return deletedUserId;
}
