import { LockMode } from '@mikro-orm/core';
import type { Context, Viewer } from '../../context.js';
import { type AppError, badField } from '../../core/errors.js';
import { User, UserStatus } from '../user/user.entity.js';
import { signIn } from './auth.service.js';
import type { AuthPayload } from './auth-payload.js';
import { hashNewPassword, setPassword } from './new-password.service.js';
import type { ChangePasswordInput } from './password.input.js';
import { isPasswordRight } from './password.js';
import { limitGuesses } from './password-guess.service.js';

export async function changePassword(ctx: Context, input: ChangePasswordInput): Promise<AuthPayload> {
  const { id } = ctx.viewer as Viewer;
  const before = await ctx.em.findOneOrFail(User, id, { populate: ['passwordHash'] });
  const isRight = () => isPasswordRight(input.currentPassword, before.passwordHash);
  if (!(await limitGuesses(ctx, id, isRight))) throw wrongPassword();
  const passwordHash = await hashNewPassword(input.newPassword, 'newPassword', before);
  return signIn(ctx, async (tx) => {
    // Of several changes at the same time one wins: for the others the password is no longer the one they checked.
    const checked = { id, passwordHash: before.passwordHash, status: UserStatus.ACTIVE };
    const user = await tx.em.findOne(User, checked, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!user) throw wrongPassword();
    await setPassword(tx, user, passwordHash, 'passwordChanged');
    return user;
  });
}

/** Not UNAUTHENTICATED: whoever asks is signed in, and a client must not take this for the end of the session. */
const wrongPassword = (): AppError =>
  badField(['input', 'currentPassword'], 'WRONG_PASSWORD', 'This is not your current password.');
