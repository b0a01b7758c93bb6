import { useApi } from '../support/api.ts';
import { useMailServer } from '../support/mail-server.ts';
import { password as oldPassword, type TestUser } from '../support/make.ts';

const mails = useMailServer();
const api = useApi(() => mails.settings);

const Request = 'mutation ($email: EmailAddress!) { requestPasswordReset(email: $email) }';
const Reset = `mutation ($input: ResetPasswordInput!) {
  resetPassword(input: $input) { accessToken refreshToken user { id emailVerified } }
}`;
const Login = 'mutation ($input: LoginInput!) { login(input: $input) { accessToken } }';
const Refresh = 'mutation ($token: String) { refresh(refreshToken: $token) { accessToken } }';
const Viewer = '{ viewer { id } }';

const newPassword = 'lamp soot and old water';
const reset = (token: string, password = newPassword) =>
  api.send(Reset, { input: { token, newPassword: password } });
const login = ({ username }: TestUser, password: string) =>
  api.send(Login, { input: { username, password } });

/** A user who has asked for a link, and its token. */
async function forgetful(columns = {}) {
  const user = await api.make.user(columns);
  await api.send(Request, { email: user.email });
  return { ...user, mailed: (await mails.mailTo(user.email)).token };
}

describe('resetPassword', () => {
  it('sets the password, signs in and confirms the address', async () => {
    const user = await forgetful();
    const reply = await reset(user.mailed);
    expect(reply).toSucceed();
    const { accessToken, user: shown } = reply.data.resetPassword;
    expect(shown).toEqual({ id: user.id, emailVerified: true });
    expect((await api.as({ token: accessToken }).send(Viewer)).data.viewer.id).toBe(user.id);
    expect(await login(user, oldPassword)).toFailWith('UNAUTHENTICATED');
    expect(await login(user, newPassword)).toSucceed();
  });

  it("ends every older session, and nobody else's", async () => {
    const user = await forgetful();
    const refreshToken = await api.make.refreshToken(user.sessionId);
    const stranger = await api.make.user();
    expect(await reset(user.mailed)).toSucceed();
    expect(await api.as(user).send(Viewer)).toFailWith('TOKEN_REVOKED');
    expect(await api.send(Refresh, { token: refreshToken })).toFailWith('UNAUTHENTICATED');
    expect(await api.as(stranger).send(Viewer)).toSucceed();
  });

  it('tells the user by mail', async () => {
    const user = await forgetful();
    await reset(user.mailed);
    expect((await mails.mailTo(user.email, 2)).subject).toBe('Your password was reset');
  });

  it('refuses what is used, unknown, expired or of another kind in the same words', async () => {
    const [used, expired, other] = [await forgetful(), await forgetful(), await forgetful()];
    expect(await reset(used.mailed)).toSucceed();
    await api.db.query('update one_time_tokens set expires_at = now() where user_id = $1', [expired.id]);
    await api.db.query("update one_time_tokens set purpose = 'CONFIRM_EMAIL' where user_id = $1", [other.id]);
    const tokens = [
      used.mailed,
      expired.mailed,
      other.mailed,
      other.token,
      '',
      'nonsense',
      'x'.repeat(50_000),
    ];
    const replies = await Promise.all(tokens.map((token) => reset(token)));
    for (const reply of replies) expect(reply).toFailWith('BAD_USER_INPUT', ['input', 'token']);
    expect(new Set(replies.map((reply) => reply.errors?.[0]?.message)).size).toBe(1);
    expect(await login(expired, oldPassword)).toSucceed();
  });

  it('lets one of twenty parallel uses win', async () => {
    const user = await forgetful();
    const passwords = Array.from({ length: 20 }, (_, n) => `${newPassword} ${n}`);
    const replies = await Promise.all(passwords.map((password) => reset(user.mailed, password)));
    const won = replies.findIndex((reply) => !reply.errors);
    expect(replies.filter((reply) => reply.errors)).toHaveLength(19);
    for (const [n, reply] of replies.entries()) {
      if (n !== won) expect(reply).toFailWith('BAD_USER_INPUT', ['input', 'token']);
    }
    expect(await login(user, passwords[won] ?? '')).toSucceed();
  });

  it('takes only the newest link', async () => {
    const user = await forgetful();
    await api.db.query('delete from pgboss.job'); // as if the minute were over
    await api.send(Request, { email: user.email });
    const newest = await mails.mailTo(user.email, 2);
    expect(await reset(user.mailed)).toFailWith('BAD_USER_INPUT', ['input', 'token']);
    expect(await reset(newest.token)).toSucceed();
  });

  it.each(['short', 'x'.repeat(73), 'password123', 'soot and\0stone'])(
    'refuses the new password %j and keeps the link alive',
    async (weak) => {
      const user = await forgetful();
      expect(await reset(user.mailed, weak)).toFailWith('BAD_USER_INPUT', ['input', 'newPassword']);
      expect(await api.as(user).send(Viewer)).toSucceed();
      expect(await reset(user.mailed)).toSucceed();
    },
  );

  it("refuses variations of the user's own name", async () => {
    const user = await forgetful();
    const reply = await reset(user.mailed, `${user.username}!`);
    expect(reply).toFailWith('BAD_USER_INPUT', ['input', 'newPassword']);
  });

  it('refuses a user who was disabled meanwhile, and an address that was changed', async () => {
    const [disabled, moved] = [await forgetful(), await forgetful()];
    await api.db.query("update users set status = 'DISABLED' where id = $1", [disabled.id]);
    await api.db.query('update users set email = $2 where id = $1', [moved.id, `new-${moved.email}`]);
    for (const { mailed } of [disabled, moved]) {
      expect(await reset(mailed)).toFailWith('BAD_USER_INPUT', ['input', 'token']);
    }
  });

  it('leaves no password, hash or token in the log', async () => {
    const user = await forgetful();
    const reply = await reset(user.mailed);
    await api.logOf(reply);
    const log = api.running.log();
    expect(log).toContain('password-reset');
    for (const secret of [user.mailed, newPassword, reply.data.resetPassword.refreshToken]) {
      expect(log).not.toContain(secret);
    }
    expect(log).not.toMatch(/\$2b\$/);
  });
});
