import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { useApi } from '../support/api.ts';
import { createDatabase } from '../support/database.ts';
import { readEnvironment } from '../support/environment.ts';
import { smtpPassword, useMailServer } from '../support/mail-server.ts';
import { unique } from '../support/make.ts';
import { startInkstone, waitFor } from '../support/process.ts';

const mails = useMailServer();
const api = useApi(() => mails.settings);

const Register = 'mutation ($input: RegisterInput!) { register(input: $input) { user { id } } }';

/** Registers with an e-mail address, which sends a mail there. */
async function register(url = api.running.url, headers: Record<string, string> = {}) {
  const username = unique('name');
  const email = `${username}@example.org`;
  const input = { username, email, password: 'soot on wet stone' };
  const reply = await post(`${url}/graphql`, { query: Register, variables: { input } }, headers);
  expect(reply).toMatchObject({ data: { register: { user: {} } } });
  return { username, email };
}

/** As fetch, which does not let anyone choose the Host header. */
function post(url: string, body: object, headers: Record<string, string>): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const call = request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
    });
    call.on('error', reject).on('response', async (response) => {
      resolve(JSON.parse((await response.setEncoding('utf8').toArray()).join('')));
    });
    call.end(JSON.stringify(body));
  });
}

const jobOf = (email: string) =>
  api.row('select state, retry_count from pgboss.job where data @> $1', [{ email }]);

describe('a mail', () => {
  it('comes as text and as HTML, from the address of the settings', async () => {
    const { username, email } = await register();
    const mail = await mails.mailTo(email);
    const link = `${api.running.url}/verify-email?token=${mail.token}`;
    expect(mail.from).toMatchObject({ name: 'The Inkstone', address: 'ink@example.org' });
    expect(mail.subject).toBe('Confirm your e-mail address');
    expect(mail.text).toContain(`Hello ${username},`);
    expect(mail.text).toContain(link);
    expect(mail.html).toContain(`<a href="${link}">`);
    expect(mail.headers).toContainEqual(
      expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }),
    );
  });

  it.each([
    ['zh-CN,zh;q=0.9,en;q=0.8', '请确认您的邮箱地址'],
    ['fr,en;q=0.3,zh-TW;q=0.7', '请确认您的邮箱地址'],
    ['EN-gb, zh;q=0.9', 'Confirm your e-mail address'],
    ['zh;q=0, fr', 'Confirm your e-mail address'],
    [';;,=q;q=x', 'Confirm your e-mail address'],
  ])('is in the language that the browser asked for: %s', async (language, subject) => {
    const { email } = await register(api.running.url, { 'accept-language': language });
    expect((await mails.mailTo(email)).subject).toBe(subject);
  });

  it('never leads to the host that a request names', async () => {
    const { email } = await register(api.running.url, {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
    });
    const mail = await mails.mailTo(email);
    expect(mail.text).toContain(`${api.running.url}/verify-email`);
    expect(`${mail.text}${mail.html}`).not.toContain('evil.example');
  });

  it('is not sent to whoever has no address', async () => {
    const before = await api.row('select count(*)::int from pgboss.job');
    const input = { username: unique('name'), password: 'soot on wet stone' };
    expect(await api.send(Register, { input })).toSucceed();
    expect(await api.row('select count(*)::int from pgboss.job')).toEqual(before);
  });
});

describe('when the mail server', () => {
  it('is down, mutations go on and the mail comes once it is back', async () => {
    await mails.stop();
    const { email } = await register();
    await waitFor(() => (/job failed; it will be tried again/.test(api.running.log()) ? true : undefined));
    await mails.start();
    await mails.mailTo(email);
    await waitFor(async () => ((await jobOf(email)).state === 'completed' ? true : undefined));
    expect(mails.to(email)).toHaveLength(1);
  });

  it('is busy, the mail comes later', async () => {
    mails.refusal = { code: 451, message: 'come back later' };
    const { email } = await register();
    await waitFor(async () => ((await jobOf(email)).state === 'retry' ? true : undefined));
    mails.refusal = undefined;
    await mails.mailTo(email);
    await waitFor(async () => ((await jobOf(email)).state === 'completed' ? true : undefined));
    expect(mails.to(email)).toHaveLength(1);
  });

  it('refuses the address, the mail is not tried again, and the log says why without the address', async () => {
    mails.refusal = { code: 550, message: 'no such user <x@example.org> http://x.example/?token=abc' };
    const { email } = await register();
    await waitFor(async () => ((await jobOf(email)).state === 'completed' ? true : undefined));
    mails.refusal = undefined;
    const line = await waitFor(() =>
      api.running
        .log()
        .split('\n')
        .find((text) => /mail refused/.test(text)),
    );
    expect(line).toContain('no such user');
    expect(line).not.toMatch(/@|token=/);
    expect(await jobOf(email)).toEqual({ state: 'completed', retry_count: 0 });
  });

  it('goes on refusing, the job ends as failed, and the log says so', async () => {
    mails.refusal = { code: 451, message: 'come back later' };
    const { email } = await register();
    await waitFor(async () => ((await jobOf(email)).state === 'retry' ? true : undefined));
    await api.db.query('update pgboss.job set retry_limit = 1 where data @> $1', [{ email }]);
    await waitFor(async () => ((await jobOf(email)).state === 'failed' ? true : undefined));
    mails.refusal = undefined;
    await waitFor(() => (/job failed for good/.test(api.running.log()) ? true : undefined));
  });

  it('does not accept the password, the mail is tried again and the password stays secret', async () => {
    const SMTP_URL = mails.settings.SMTP_URL?.replace(smtpPassword, 'hush-wrong-password') ?? '';
    const running = await startInkstone({
      ...mails.settings,
      SMTP_URL,
      DATABASE_URL: await createDatabase(),
    });
    const { email } = await register(running.url);
    await waitFor(() => (/job failed; it will be tried again/.test(running.log()) ? true : undefined));
    const { code, output } = await running.stop();
    expect(code).toBe(0);
    expect(output).toContain('Who are you?');
    for (const secret of ['hush', email]) expect(output).not.toContain(secret);
  });
});

describe('without a mail server', () => {
  async function startWithout(NODE_ENV: string) {
    const DATA_DIR = mkdtempSync(join(readEnvironment().folder, 'data-'));
    const settings = { NODE_ENV, DATA_DIR, DATABASE_URL: await createDatabase() };
    const running = await startInkstone({ ...settings, PUBLIC_URL: 'https://blog.example.org/ink/' });
    const folder = join(DATA_DIR, 'mail');
    const { email } = await register(running.url);
    await waitFor(() => (/mail kept/.test(running.log()) ? true : undefined));
    const [name = ''] = readdirSync(folder);
    const mail = await PostalMime.parse(readFileSync(join(folder, name)));
    return { email, folder, file: join(folder, name), mail, ...(await running.stop()) };
  }
  const link = /https:\/\/blog\.example\.org\/ink\/verify-email\?token=[\w-]{43}/;

  it('mails are kept as private files, and in development their links are printed', async () => {
    const { email, folder, file, mail, output } = await startWithout('development');
    expect(file).toMatch(/\.eml$/);
    expect([statSync(folder).mode & 0o777, statSync(file).mode & 0o777]).toEqual([0o700, 0o600]);
    expect(mail.to).toEqual([{ name: '', address: email }]);
    expect(mail.text).toMatch(link);
    expect(output).toMatch(link);
  });

  it('production prints no link, and warns at the start that mails reach nobody', async () => {
    const { mail, output } = await startWithout('production');
    expect(mail.text).toMatch(link);
    expect(output).not.toMatch(/token=/);
    expect(output).toMatch(/SMTP_URL is not set/);
  });
});
