import type { AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { waitFor } from './process.ts';

const user = 'post@example.org';
/** What no log may show. */
export const smtpPassword = 'hush-says-the-postman';

/** A mail as it arrived; `token` is that of its link. */
type Mail = Email & { token: string };

/** An SMTP server that wants a password and keeps what it gets. */
export class MailServer {
  readonly mails: Mail[] = [];
  /** What it says to every recipient while this is set. */
  refusal: { code: number; message: string } | undefined;
  /** Takes no mail before this is over. */
  pause: Promise<void> = Promise.resolve();
  private server: SMTPServer | undefined;
  private port = 0;

  /** On the port it had before, if it was stopped. */
  async start(): Promise<void> {
    const server = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, done) =>
        username === user && password === smtpPassword
          ? done(null, { user })
          : done(new Error('Who are you?')),
      onRcptTo: (_address, _session, done) => {
        const { refusal } = this;
        done(refusal && Object.assign(new Error(refusal.message), { responseCode: refusal.code }));
      },
      onData: (stream, _session, done) => {
        this.keep(stream).then(() => done(), done);
      },
    });
    server.on('error', () => {});
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.server.address() as AddressInfo).port;
    this.server = server;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => (this.server ? this.server.close(() => resolve()) : resolve()));
  }

  private async keep(stream: Readable): Promise<void> {
    await this.pause;
    const mail = await PostalMime.parse(await buffer(stream));
    this.mails.push({ ...mail, token: /token=([\w-]+)/.exec(mail.text ?? '')?.[1] ?? '' });
  }

  /** The settings of a server that sends its mails here. */
  get settings(): Record<string, string> {
    const credentials = `${encodeURIComponent(user)}:${smtpPassword}`;
    return {
      SMTP_URL: `smtp://${credentials}@127.0.0.1:${this.port}`,
      MAIL_FROM: 'The Inkstone <ink@example.org>',
    };
  }

  /** All mails to an address, oldest first. */
  to(address: string): Mail[] {
    return this.mails.filter(({ to }) => to?.some((recipient) => recipient.address === address));
  }

  /** Waits for the mail to an address, or for the one of this number. */
  async mailTo(address: string, number = 1): Promise<Mail> {
    return waitFor(() => this.to(address)[number - 1]);
  }
}

/** A mail server for the tests of one file; to be asked for before the server that uses it. */
export function useMailServer(): MailServer {
  const mailServer = new MailServer();
  beforeAll(() => mailServer.start());
  afterAll(() => mailServer.stop());
  return mailServer;
}
