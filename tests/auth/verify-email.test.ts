import { useApi } from '../support/api.ts';
import { useMailServer } from '../support/mail-server.ts';
import { unique } from '../support/make.ts';

const mails = useMailServer();
const api = useApi(() => mails.settings);

const Register = `mutation ($input: RegisterInput!) {
  register(input: $input) { accessToken user { id email emailVerified } }
}`;
const Verify =
  'mutation ($token: String!) { verifyEmail(token: $token) { id username email emailVerified } }';
const Again = 'mutation { requestEmailVerification }';
const Viewer = '{ viewer { email emailVerified } }';

/** A new account whose address is not confirmed yet, and the token that was sent to it. */
async function newcomer() {
  const username = unique('name');
  const email = `${username}@example.org`;
  const reply = await api.send(Register, { input: { username, email, password: 'soot on wet stone' } });
  const { accessToken: token, user } = reply.data.register;
  return { id: user.id, username, email, token, mailed: (await mails.mailTo(email)).token };
}
const isVerified = async (id: string) =>
  (await api.row('select email_verified from users where id = $1', [id])).email_verified;

describe('verifyEmail', () => {
  it('confirms the address of whoever has the mail, signed in or not', async () => {
    const user = await newcomer();
    expect((await api.as(user).send(Viewer)).data.viewer.emailVerified).toBe(false);
    const reply = await api.send(Verify, { token: user.mailed });
    expect(reply).toSucceed();
    expect(reply.data.verifyEmail).toMatchObject({ id: user.id, username: user.username });
    expect((await api.as(user).send(Viewer)).data.viewer).toEqual({ email: user.email, emailVerified: true });
  });

  it('shows nobody but the user the address and whether it is confirmed', async () => {
    const [user, stranger] = [await newcomer(), await api.make.user()];
    const reply = await api.as(stranger).send(Verify, { token: user.mailed });
    expect(reply.data.verifyEmail).toMatchObject({ email: null, emailVerified: null });
    const own = await newcomer();
    const mine = await api.as(own).send(Verify, { token: own.mailed });
    expect(mine.data.verifyEmail).toMatchObject({ email: own.email, emailVerified: true });
  });

  it('works once, and refuses a token that was used, is unknown, of another kind or expired in the same words', async () => {
    const [used, expired, other] = [await newcomer(), await newcomer(), await newcomer()];
    expect(await api.send(Verify, { token: used.mailed })).toSucceed();
    await api.db.query('update one_time_tokens set expires_at = now() where user_id = $1', [expired.id]);
    await api.db.query("update one_time_tokens set purpose = 'RESET_PASSWORD' where user_id = $1", [
      other.id,
    ]);
    const tokens = [
      used.mailed,
      expired.mailed,
      other.mailed,
      other.token,
      'nonsense',
      '',
      'x'.repeat(50_000),
    ];
    const replies = await Promise.all(tokens.map((token) => api.send(Verify, { token })));
    for (const reply of replies) expect(reply).toFailWith('BAD_USER_INPUT', ['token']);
    expect(new Set(replies.map((reply) => reply.errors?.[0]?.message)).size).toBe(1);
    expect([await isVerified(expired.id), await isVerified(other.id)]).toEqual([false, false]);
  });

  it('refuses U+0000', async () => {
    expect(await api.send(Verify, { token: 'a\0b' })).toFailWith('BAD_USER_INPUT');
  });

  it('lets one of twenty parallel uses win', async () => {
    const user = await newcomer();
    const use = () => api.send(Verify, { token: user.mailed });
    const replies = await api.whileLocked(
      'select from users where id = $1 for update',
      [user.id],
      () => Promise.all(Array.from({ length: 20 }, use)),
      5,
    );
    const refused = replies.filter((reply) => reply.errors);
    expect(refused).toHaveLength(19);
    for (const reply of refused) expect(reply).toFailWith('BAD_USER_INPUT', ['token']);
    expect(await isVerified(user.id)).toBe(true);
  });

  it('does not confirm an address that the user no longer has', async () => {
    const user = await newcomer();
    await api.db.query('update users set email = $2 where id = $1', [user.id, `new-${user.email}`]);
    expect(await api.send(Verify, { token: user.mailed })).toFailWith('BAD_USER_INPUT', ['token']);
    expect(await isVerified(user.id)).toBe(false);
  });

  it('refuses a disabled user', async () => {
    const user = await newcomer();
    await api.db.query("update users set status = 'DISABLED' where id = $1", [user.id]);
    expect(await api.send(Verify, { token: user.mailed })).toFailWith('BAD_USER_INPUT', ['token']);
  });

  it('stores the token as SHA-256 for 24 hours, and keeps it out of the log and the queue', async () => {
    const user = await newcomer();
    const row = await api.row(
      'select hash, extract(epoch from expires_at - now()) / 3600 as hours from one_time_tokens where user_id = $1',
      [user.id],
    );
    expect(user.mailed).toMatch(/^[\w-]{43}$/);
    expect(row.hash).not.toBe(user.mailed);
    expect(Math.round(row.hours)).toBe(24);
    await api.logOf(await api.send(Verify, { token: user.mailed }));
    expect(api.running.log()).not.toContain(user.mailed);
    const { rows } = await api.db.query('select * from pgboss.job');
    expect(JSON.stringify(rows)).not.toContain(user.mailed);
  });
});

describe('requestEmailVerification', () => {
  it('sends another mail, whose token replaces the first', async () => {
    const user = await newcomer();
    expect((await api.as(user).send(Again)).data).toEqual({ requestEmailVerification: true });
    const second = await mails.mailTo(user.email, 2);
    expect(await api.send(Verify, { token: user.mailed })).toFailWith('BAD_USER_INPUT', ['token']);
    expect(await api.send(Verify, { token: second.token })).toSucceed();
  });

  it('sends one mail however often it is asked for', async () => {
    const user = await newcomer();
    await Promise.all(Array.from({ length: 10 }, () => api.as(user).send(Again)));
    const waiting = 'select count(*)::int as count from pgboss.job where data @> $1';
    // The one of the registration, and one or, when the minute turns, two.
    expect((await api.row(waiting, [{ email: user.email }])).count).toBeLessThanOrEqual(3);
  });

  it('is false for a user without an address and for one who has confirmed it', async () => {
    const without = await api.make.user({ email: null });
    const confirmed = await api.make.user({ email_verified: true });
    expect((await api.as(without).send(Again)).data.requestEmailVerification).toBe(false);
    expect((await api.as(confirmed).send(Again)).data.requestEmailVerification).toBe(false);
  });

  it('refuses a guest', async () => {
    expect(await api.send(Again)).toFailWith('UNAUTHENTICATED');
  });
});
