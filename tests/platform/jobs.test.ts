import { Api, useApi } from '../support/api.ts';
import { createDatabase } from '../support/database.ts';
import { DatabaseLink } from '../support/database-link.ts';
import { useMailServer } from '../support/mail-server.ts';
import { unique } from '../support/make.ts';
import { type Running, startInkstone, waitFor } from '../support/process.ts';

const mails = useMailServer();
const api = useApi(() => mails.settings);

const Register = 'mutation ($input: RegisterInput!) { register(input: $input) { user { id } } }';

/** Registers with an e-mail address, which makes a job. */
async function register({ url }: Pick<Running, 'url'> = api.running, username = unique('name')) {
  const email = `${username}@example.org`;
  const input = { username, email, password: 'soot on wet stone' };
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ query: Register, variables: { input } });
  const reply = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
  return { email, status: reply.status, answer: await reply.json() };
}

const jobOf = (email: string) => api.row('select state from pgboss.job where data @> $1', [{ email }]);

describe('a job', () => {
  it('does not exist when the transaction that made it is undone at its very end', async () => {
    await api.db.query(`
      create function refuse() returns trigger language plpgsql as $$ begin raise 'not today'; end $$;
      create constraint trigger refuse after insert on users deferrable initially deferred
        for each row when (new.username like 'undone%') execute function refuse()`);
    const { email, answer } = await register(api.running, unique('undone'));
    expect(answer).toMatchObject({ errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }] });
    expect(await jobOf(email)).toBeUndefined();
    const later = await register();
    await mails.mailTo(later.email);
    expect(mails.to(email)).toEqual([]);
  });

  it('is done by one of the processes that share the database', async () => {
    const { DATABASE_URL, JWT_SECRET } = api.settings;
    const second = await startInkstone({ ...mails.settings, DATABASE_URL, JWT_SECRET });
    const made = await Promise.all(
      Array.from({ length: 16 }, (_, n) => register(n % 2 ? second : api.running)),
    );
    for (const { email } of made) await mails.mailTo(email);
    await second.stop();
    for (const { email } of made) {
      expect(await jobOf(email)).toEqual({ state: 'completed' });
      expect(mails.to(email)).toHaveLength(1);
    }
  });

  it('that is under way is finished before the process ends', async () => {
    const other = new Api();
    await other.start(mails.settings);
    const mailArrives = Promise.withResolvers<void>();
    mails.pause = mailArrives.promise;
    const { email } = await register(other.running);
    const state = async () =>
      (await other.row('select state from pgboss.job where data @> $1', [{ email }])).state;
    await waitFor(async () => ((await state()) === 'active' ? true : undefined));
    other.running.child.kill('SIGTERM');
    await waitFor(() => (/stopping/.test(other.running.log()) ? true : undefined));
    mailArrives.resolve();
    expect((await other.running.ended).code).toBe(0);
    expect(await state()).toBe('completed');
    expect(mails.to(email)).toHaveLength(1);
    await other.stop();
  });
});

describe('when the database goes away', () => {
  it('the process lives on, and does jobs again once the database is back', async () => {
    const link = new DatabaseLink(await createDatabase());
    const running = await startInkstone({ ...mails.settings, DATABASE_URL: await link.open() });
    link.cut();
    const refused = await register(running);
    expect(refused.status).toBe(503);
    // The workers look for jobs in vain, each more than once.
    await waitFor(() => (link.refused > 8 ? true : undefined));
    expect((await fetch(`${running.url}/healthz`)).status).toBe(200);
    link.mend();
    const { email } = await register(running);
    await mails.mailTo(email);
    expect(mails.to(refused.email)).toEqual([]);
    expect((await running.stop()).code).toBe(0);
    link.close();
  });
});
