import type { Context, JobContext } from '../../context.js';
import { inTransaction } from '../../core/transaction.js';
import type { JobKind } from '../../platform/jobs.js';
import { User, UserStatus } from '../user/user.entity.js';
import { letterTo } from './account-mails.js';
import { signIn } from './auth.service.js';
import type { AuthPayload } from './auth-payload.js';
import { hashNewPassword, setPassword } from './new-password.service.js';
import { TokenPurpose } from './one-time-token.entity.js';
import { deadLink, issueToken, spendToken, userOfToken } from './one-time-token.service.js';
import type { ResetPasswordInput } from './password.input.js';

const secondsBetweenMails = 60;

/** Sends whoever has an account with this address a link to set a new password. */
export const passwordResetMail: JobKind<{ email: string }, JobContext> = {
  name: 'password-reset-mail',
  // About 25 minutes: somebody who waited longer has asked again.
  retries: 10,
  run: async (ctx, { email }) => {
    const user = await ctx.em.findOne(User, { email, status: UserStatus.ACTIVE });
    if (!user) return;
    // The token is made here and not by the request: it stands nowhere but in the mail.
    const token = await inTransaction(ctx, (tx) =>
      issueToken(tx, user.id, email, TokenPurpose.RESET_PASSWORD),
    );
    const path = `/reset-password?token=${token}`;
    await ctx.mailer.send(email, letterTo(user, 'resetPassword', { path, when: ctx.now }));
  },
};

/** Whether there is an account is looked up by the job, so that the caller cannot tell, not by the time either. */
export async function requestPasswordReset(ctx: Context, address: string): Promise<true> {
  const email = address.toLowerCase();
  await ctx.limits.spend('requestPasswordReset', ctx.client);
  await ctx.limits.spend('passwordResetMail', email);
  const throttle = { key: email, seconds: secondsBetweenMails };
  await ctx.jobs.enqueue(ctx.em, passwordResetMail, { email }, throttle);
  return true;
}

export async function resetPassword(ctx: Context, input: ResetPasswordInput): Promise<AuthPayload> {
  const { token, newPassword } = input;
  await ctx.limits.spend('resetPassword', ctx.client);
  const owner = await userOfToken(ctx, token, TokenPurpose.RESET_PASSWORD);
  if (!owner) throw deadLink(['input', 'token']);
  const passwordHash = await hashNewPassword(newPassword, 'newPassword', owner);
  return signIn(ctx, async (tx) => {
    const user = await spendToken(tx, token, TokenPurpose.RESET_PASSWORD);
    if (!user) throw deadLink(['input', 'token']);
    // The link came by mail, so the address is theirs.
    user.emailVerified = true;
    await setPassword(tx, user, passwordHash, 'passwordReset');
    return user;
  });
}
