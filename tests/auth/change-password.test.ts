import { useApi } from '../support/api.ts';
import { useMailServer } from '../support/mail-server.ts';
import { password as oldPassword, type TestUser, unique } from '../support/make.ts';

const mails = useMailServer();
const api = useApi(() => mails.settings);

const Change = `mutation ($input: ChangePasswordInput!) {
  changePassword(input: $input) { accessToken refreshToken user { id } }
}`;
const Login = 'mutation ($input: LoginInput!) { login(input: $input) { accessToken } }';
const Refresh = 'mutation ($token: String) { refresh(refreshToken: $token) { accessToken } }';
const Viewer = '{ viewer { id } }';

const newPassword = 'lamp soot and old water';
const change = (user: Pick<TestUser, 'token'>, input: object = {}) =>
  api.as(user).send(Change, { input: { currentPassword: oldPassword, newPassword, ...input } });
const login = (username: string, password: string) => api.send(Login, { input: { username, password } });
const hashOf = async (id: string) =>
  (await api.row('select password_hash from users where id = $1', [id])).password_hash;

describe('changePassword', () => {
  it('gives new tokens, and from then on only the new password signs in', async () => {
    const user = await api.make.user();
    const reply = await change(user);
    expect(reply).toSucceed();
    const { accessToken, refreshToken } = reply.data.changePassword;
    expect((await api.as({ token: accessToken }).send(Viewer)).data.viewer.id).toBe(user.id);
    expect(await api.send(Refresh, { token: refreshToken })).toSucceed();
    expect(await login(user.username, oldPassword)).toFailWith('UNAUTHENTICATED');
    expect(await login(user.username, newPassword)).toSucceed();
  });

  it("ends every older session, the caller's own too, and nobody else's", async () => {
    const user = await api.make.user();
    const other = await api.make.session(user.id);
    const refreshTokens = [
      await api.make.refreshToken(user.sessionId),
      await api.make.refreshToken(other.sessionId),
    ];
    const stranger = await api.make.user();
    expect(await change(user)).toSucceed();
    for (const { token } of [user, other]) {
      expect(await api.as({ token }).send(Viewer)).toFailWith('TOKEN_REVOKED');
    }
    for (const token of refreshTokens)
      expect(await api.send(Refresh, { token })).toFailWith('UNAUTHENTICATED');
    expect(await api.as(stranger).send(Viewer)).toSucceed();
  });

  it('tells the user by mail', async () => {
    const user = await api.make.user();
    await change(user);
    const mail = await mails.mailTo(user.email);
    expect(mail.subject).toBe('Your password was changed');
    expect(mail.text).toContain(`Hello ${user.username}`);
    expect(mail.text).toContain(`${api.running.url}/forgot-password`);
  });

  it('stops a reset link that was sent before', async () => {
    const user = await api.make.user();
    await api.send(`mutation { requestPasswordReset(email: "${user.email}") }`);
    const { token } = await mails.mailTo(user.email);
    expect(await change(user)).toSucceed();
    const Reset = 'mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { accessToken } }';
    const reply = await api.send(Reset, { input: { token, newPassword: 'another water and soot' } });
    expect(reply).toFailWith('BAD_USER_INPUT', ['input', 'token']);
  });

  it.each([
    ['wrong', 'not the password'],
    ['empty', ''],
    ['right but for what follows', `${oldPassword}!`],
    ['far too long', 'x'.repeat(90_000)],
  ])('refuses a current password that is %s; the session lives on', async (_how, currentPassword) => {
    const user = await api.make.user();
    const hash = await hashOf(user.id);
    const reply = await change(user, { currentPassword });
    expect(reply).toFailWith('BAD_USER_INPUT', ['input', 'currentPassword']);
    expect(reply.status).toBe(200);
    expect(await hashOf(user.id)).toBe(hash);
    expect(await api.as(user).send(Viewer)).toSucceed();
    expect(mails.to(user.email)).toEqual([]);
  });

  it.each(['short', 'x'.repeat(73), 'password123', 'soot and\0stone'])(
    'refuses the new password %j and changes nothing',
    async (weak) => {
      const user = await api.make.user();
      const hash = await hashOf(user.id);
      expect(await change(user, { newPassword: weak })).toFailWith('BAD_USER_INPUT', [
        'input',
        'newPassword',
      ]);
      expect(await hashOf(user.id)).toBe(hash);
      expect(await api.as(user).send(Viewer)).toSucceed();
    },
  );

  it("refuses variations of the user's own names", async () => {
    const user = await api.make.user({
      display_name: 'Wilhelmina',
      email: `${unique('ottoline')}@example.org`,
    });
    for (const newPassword of [`${user.username}!`, 'wilhelmina!', `${user.email.split('@')[0]}1`]) {
      expect(await change(user, { newPassword })).toFailWith('BAD_USER_INPUT', ['input', 'newPassword']);
    }
  });

  it('refuses a guest', async () => {
    const reply = await api.send(Change, { input: { currentPassword: oldPassword, newPassword } });
    expect(reply).toFailWith('UNAUTHENTICATED');
  });

  it('lets one of twenty parallel changes win, whose session is the only one alive', async () => {
    const user = await api.make.user();
    const passwords = Array.from({ length: 20 }, (_, n) => `${newPassword} ${n}`);
    const replies = await Promise.all(passwords.map((password) => change(user, { newPassword: password })));
    const won = replies.findIndex((reply) => !reply.errors);
    for (const [n, reply] of replies.entries()) {
      if (n !== won) expect(reply.errors?.[0]?.extensions.code).toMatch(/^(BAD_USER_INPUT|TOKEN_REVOKED)$/);
    }
    expect(await login(user.username, passwords[won] ?? '')).toSucceed();
    const alive = 'select count(*)::int as count from sessions where user_id = $1 and revoked_at is null';
    // The winner's and that of the sign-in above.
    expect((await api.row(alive, [user.id])).count).toBe(2);
  });

  it('does not let in whoever signs in with the old password while it is being changed', async () => {
    const user = await api.make.user();
    const reply = await api.whileLocked(
      "update users set password_hash = 'another' where id = $1",
      [user.id],
      () => login(user.username, oldPassword),
    );
    expect(reply).toFailWith('UNAUTHENTICATED');
  });

  it('leaves no password or hash in the log', async () => {
    const user = await api.make.user();
    await change(user, { currentPassword: 'wrong-pass-phrase' });
    await api.logOf(await change(user));
    const log = api.running.log();
    expect(log).toContain('password-changed');
    expect(log).not.toMatch(/\$2b\$|wrong-pass-phrase/);
    for (const secret of [oldPassword, newPassword]) expect(log).not.toContain(secret);
  });
});
