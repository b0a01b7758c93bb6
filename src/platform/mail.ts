import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Transporter } from 'nodemailer';
import type { Logger } from '../core/logger.js';
import { type Letter, renderLetter } from './letter.js';

/** Sends mails. For jobs, which try again: never for a request to wait on. */
export type Mailer = {
  /**
   * Resolves when the server has taken the mail, or has refused it for good, which is logged. Rejects when it is
   * worth trying again.
   */
  send: (to: string, letter: Letter) => Promise<void>;
};

export type MailOptions = {
  /** smtp:// or smtps://; without it mails are kept in a folder. */
  smtpUrl: string | undefined;
  from: string;
  /** The folder for mails that are kept. */
  folder: string;
  /** Where the web client is. */
  siteUrl: string;
  /** Prints the link of each mail that is kept. Whoever reads it can use it: for development. */
  showLinks: boolean;
};

/** A server that does not answer must not hold a job up for long, nor the end of the process. */
const patience = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 15_000,
  dnsTimeout: 10_000,
};

export function createMailer(options: MailOptions, log: Logger): Mailer {
  const compose = (to: string, letter: Letter) => ({
    from: options.from,
    to: { name: '', address: to },
    subject: letter.subject,
    ...renderLetter(letter, options.siteUrl),
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return options.smtpUrl ? overSmtp(options.smtpUrl, compose, log) : intoFolder(options, compose, log);
}

type Compose = (to: string, letter: Letter) => Parameters<Transporter['sendMail']>[0];

function overSmtp(url: string, compose: Compose, log: Logger): Mailer {
  return {
    send: async (to, letter) => {
      // Most processes never send a mail, so the library comes when it is needed.
      const { createTransport } = await import('nodemailer');
      try {
        await createTransport({ url, ...patience }).sendMail(compose(to, letter));
        log.info('mail sent');
      } catch (error) {
        const told = describeFailure(error as SmtpError);
        if (!isRefusal(error as SmtpError)) throw told;
        log.warn({ err: told }, 'mail refused; it will not be sent again');
      }
    },
  };
}

type SmtpError = Error & { code?: string; command?: string; responseCode?: number };

/** The server knows us and does not want this mail: its recipient or its content. */
const isRefusal = ({ command, responseCode = 0 }: SmtpError): boolean =>
  responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA');

/** Servers repeat addresses, and links that they do not like; neither belongs in a log. */
function describeFailure({ message, code }: SmtpError): Error {
  const start = message.slice(0, 300);
  const safe = start.replace(/\S+@\S+/g, '<address>').replace(/\S+:\/\/\S+|\S*token=\S*/g, '<link>');
  return Object.assign(new Error(`The mail was not taken: ${safe}`), { code });
}

function intoFolder({ folder, siteUrl, showLinks }: MailOptions, compose: Compose, log: Logger): Mailer {
  return {
    send: async (to, letter) => {
      const { createTransport } = await import('nodemailer');
      const writer = createTransport({ streamTransport: true, buffer: true });
      const { message } = await writer.sendMail(compose(to, letter));
      const name = `${new Date().toISOString().replaceAll(':', '-')}-${randomBytes(3).toString('hex')}.eml`;
      const file = join(folder, name);
      // Its link is as good as a password.
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(file, message as Buffer, { mode: 0o600 });
      log.info({ file, ...(showLinks && { link: siteUrl + letter.link.path }) }, 'mail kept');
    },
  };
}
