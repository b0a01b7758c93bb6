import type { Context, JobContext, Viewer } from '../../context.js';
import { inTransaction } from '../../core/transaction.js';
import type { JobKind } from '../../platform/jobs.js';
import { User, UserStatus } from '../user/user.entity.js';
import { letterTo } from './account-mails.js';
import { TokenPurpose } from './one-time-token.entity.js';
import { deadLink, issueToken, spendToken } from './one-time-token.service.js';

const secondsBetweenMails = 60;

/** Asks a user to confirm their address. */
export const verificationMail: JobKind<{ userId: string; email: string }, JobContext> = {
  name: 'verification-mail',
  retries: 20,
  run: async (ctx, { userId, email }) => {
    const waiting = { id: userId, email, emailVerified: false, status: UserStatus.ACTIVE };
    const user = await ctx.em.findOne(User, waiting);
    if (!user) return;
    // The token is made here and not by the request: it stands nowhere but in the mail.
    const token = await inTransaction(ctx, (tx) => issueToken(tx, userId, email, TokenPurpose.CONFIRM_EMAIL));
    const path = `/verify-email?token=${token}`;
    await ctx.mailer.send(email, letterTo(user, 'confirmAddress', { path, when: ctx.now }));
  },
};

/** Has a mail sent to the user's address, if there is one, that lets them confirm it. */
export async function sendVerification(tx: Context, { id, email }: User): Promise<void> {
  if (email) await tx.jobs.enqueue(tx.em, verificationMail, { userId: id, email });
}

export async function requestEmailVerification(ctx: Context): Promise<boolean> {
  const { id, email, emailVerified } = (ctx.viewer as Viewer).user;
  if (!email || emailVerified) return false;
  const throttle = { key: email, seconds: secondsBetweenMails };
  await ctx.jobs.enqueue(ctx.em, verificationMail, { userId: id, email }, throttle);
  return true;
}

export function verifyEmail(ctx: Context, token: string): Promise<User> {
  return inTransaction(ctx, async (tx) => {
    const user = await spendToken(tx, token, TokenPurpose.CONFIRM_EMAIL);
    if (!user) throw deadLink(['token']);
    user.emailVerified = true;
    tx.log.info({ event: 'email-verified', userId: user.id }, 'e-mail address confirmed');
    return user;
  });
}
