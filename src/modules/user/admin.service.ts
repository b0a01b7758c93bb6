import type { Context } from '../../context.js';
import { conflict } from '../../core/errors.js';
import { lockName } from '../../core/transaction.js';
import { Role, User, UserStatus } from './user.entity.js';

type Database = Pick<Context, 'em'>;

/** An admin who may sign in. */
export const isActingAdmin = ({ role, status }: Pick<User, 'role' | 'status'>): boolean =>
  role === Role.ADMIN && status === UserStatus.ACTIVE;

/** Whether there is an admin at all. */
export const hasAdmin = async ({ em }: Database): Promise<boolean> =>
  (await em.count(User, { role: Role.ADMIN })) > 0;

/** Those who make the first admin or take one away pass one at a time, each seeing what the one before did. */
export const lockAdmins = ({ em }: Database): Promise<void> => lockName(em, 'admins');

/** Throws CONFLICT when `user`, who is to be an admin no longer, is the last one who may sign in. */
export async function keepAnAdmin(tx: Database, user: User): Promise<void> {
  if (!isActingAdmin(user)) return;
  await lockAdmins(tx);
  const others = await tx.em.count(User, {
    role: Role.ADMIN,
    status: UserStatus.ACTIVE,
    id: { $ne: user.id },
  });
  if (others === 0) throw conflict('This is the last admin. Make someone else an admin first.');
}
