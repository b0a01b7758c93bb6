import { useApi } from '../support/api.ts';
import { useMailServer } from '../support/mail-server.ts';
import { unique } from '../support/make.ts';

const mails = useMailServer();
const api = useApi(() => mails.settings);

const Request = 'mutation ($email: EmailAddress!) { requestPasswordReset(email: $email) }';
const request = (email: unknown) => api.send(Request, { email });

const jobsFor = async (email: string) =>
  (await api.db.query('select state from pgboss.job where data @> $1', [{ email }])).rows;

describe('requestPasswordReset', () => {
  it('sends a link that is good for 30 minutes', async () => {
    const user = await api.make.user();
    expect((await request(user.email)).data).toEqual({ requestPasswordReset: true });
    const mail = await mails.mailTo(user.email);
    expect(mail.subject).toBe('Set a new password');
    expect(mail.text).toContain(`${api.running.url}/reset-password?token=${mail.token}`);
    const row = await api.row(
      'select hash, extract(epoch from expires_at - now()) / 60 as minutes from one_time_tokens where user_id = $1',
      [user.id],
    );
    expect(mail.token).toMatch(/^[\w-]{43}$/);
    expect(row.hash).not.toBe(mail.token);
    expect(Math.round(row.minutes)).toBe(30);
  });

  it('finds the address in any case, and its user signed in or not', async () => {
    const user = await api.make.user();
    const reply = await api.as(user).send(Request, { email: user.email.toUpperCase() });
    expect(reply).toSucceed();
    expect((await mails.mailTo(user.email)).token).not.toBe('');
  });

  it('answers the same, with the same work, for an address that nobody has', async () => {
    const user = await api.make.user();
    const unknown = `${unique('nobody')}@example.org`;
    const [known, other] = [await request(user.email), await request(unknown)];
    expect(other.data).toEqual(known.data);
    expect(await api.statementsOf(other)).toBe(await api.statementsOf(known));
    expect(await api.statementsOf(known)).toBe(3);
    expect(await jobsFor(unknown)).toHaveLength(1);
  });

  it('sends nothing to strangers and to disabled users', async () => {
    const disabled = await api.make.user({ status: 'DISABLED' });
    const unknown = `${unique('nobody')}@example.org`;
    await request(disabled.email);
    await request(unknown);
    // Jobs are done in turn: when the mail of a later one has come, these are done.
    const later = await api.make.user();
    await request(later.email);
    await mails.mailTo(later.email);
    expect([...mails.to(disabled.email), ...mails.to(unknown)]).toEqual([]);
    expect(await jobsFor(unknown)).toEqual([{ state: 'completed' }]);
  });

  it('sends one mail a minute however often it is asked', async () => {
    const user = await api.make.user();
    const replies = await Promise.all(Array.from({ length: 20 }, () => request(user.email)));
    for (const reply of replies) expect(reply.data).toEqual({ requestPasswordReset: true });
    // Two when a minute turns meanwhile.
    expect((await jobsFor(user.email)).length).toBeLessThanOrEqual(2);
  });

  it.each(['', 'nobody', 'a@b@c.example', `${'n'.repeat(250)}@example.org`, 5, null])(
    'refuses the address %j',
    async (email) => {
      expect(await request(email)).toFailWith('BAD_USER_INPUT', ['email']);
    },
  );

  it('has no token and no address in the log and the queue', async () => {
    const user = await api.make.user();
    await request(user.email);
    const { token } = await mails.mailTo(user.email);
    const { rows } = await api.db.query('select * from pgboss.job');
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(api.running.log()).not.toContain(token);
    expect(api.running.log()).not.toContain(user.email);
  });
});
