import type { JobContext } from '../../context.js';
import type { JobKind } from '../../platform/jobs.js';
import { User } from '../user/user.entity.js';
import { letterTo } from './account-mails.js';

export type PasswordNotice = { userId: string; what: 'passwordChanged' | 'passwordReset'; at: string };

/** Tells a user that their password is another one now, in case it was not they who did it. */
export const passwordNotice: JobKind<PasswordNotice, JobContext> = {
  name: 'password-notice',
  retries: 20,
  run: async (ctx, { userId, what, at }) => {
    const user = await ctx.em.findOne(User, userId);
    if (!user?.email) return;
    const details = { path: '/forgot-password', when: new Date(at) };
    await ctx.mailer.send(user.email, letterTo(user, what, details));
  },
};
