import { join } from 'node:path';
import type { Config } from '../config.js';
import { createContext, type JobContext } from '../context.js';
import type { Logger } from '../core/logger.js';
import { verificationMail } from '../modules/auth/email-verification.service.js';
import { passwordNotice } from '../modules/auth/password-notice.service.js';
import { passwordResetMail } from '../modules/auth/password-reset.service.js';
import { requestSweep, sweepImageFiles } from '../modules/image/image-files.service.js';
import { publishDuePosts } from '../modules/post/post-publishing.service.js';
import { indexPosts } from '../modules/post/post-search.job.js';
import { keySweep } from '../modules/retry/retry.service.js';
import type { JobKinds } from '../platform/jobs.js';
import { createMailer, type MailOptions } from '../platform/mail.js';
import { type Services, unasked } from './graphql-context.js';

/** Everything that is done in the background. */
export const jobKinds: JobKinds<JobContext> = [
  verificationMail,
  passwordResetMail,
  passwordNotice,
  keySweep,
  sweepImageFiles,
  publishDuePosts,
  indexPosts,
];

/** Begins to take jobs; their mails lead to the web client at `siteUrl`. */
export async function workOnJobs(services: Services, config: Config, siteUrl: string): Promise<void> {
  warnOfMail(config, services.log);
  const mail: MailOptions = {
    smtpUrl: config.SMTP_URL,
    from: config.MAIL_FROM ?? 'Inkstone <noreply@localhost>',
    folder: join(config.DATA_DIR, 'mail'),
    siteUrl,
    showLinks: config.NODE_ENV === 'development',
  };
  const contextOf = (log: Logger) => jobContext(services, mail, log);
  // What a process left that died.
  await requestSweep(contextOf(services.log));
  await services.jobs.work(contextOf);
  // A job that nobody takes is dropped after two weeks: after a longer rest, posts wait that have none.
  await services.jobs.enqueue(services.orm.em.fork(), publishDuePosts, {});
  await services.jobs.enqueue(services.orm.em.fork(), indexPosts, {});
}

function jobContext({ orm, ...shared }: Services, mail: MailOptions, log: Logger): JobContext {
  const context = createContext(orm.em, { ...shared, viewer: null, log }, { ...unasked, now: new Date() });
  return Object.assign(context, { mailer: createMailer(mail, log) });
}

/** What would only be noticed when a user waits for a mail. */
function warnOfMail({ NODE_ENV, SMTP_URL, PUBLIC_URL, DATA_DIR }: Config, log: Logger): void {
  if (NODE_ENV !== 'production') return;
  if (!SMTP_URL)
    log.warn(`SMTP_URL is not set: mails reach nobody, they are kept in ${join(DATA_DIR, 'mail')}`);
  if (!PUBLIC_URL) log.warn('PUBLIC_URL is not set: the links in mails lead to the listening address');
}
