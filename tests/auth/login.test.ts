import bcrypt from 'bcrypt';
import { useApi } from '../support/api.ts';
import { password, type TestUser, unique } from '../support/make.ts';

const api = useApi();
const Viewer = '{ viewer { id } }';
const Login = `mutation ($input: LoginInput!) {
  login(input: $input) { accessToken refreshToken user { id username email } }
}`;

const login = (username: unknown, secret: unknown = password) =>
  api.send(Login, { input: { username, password: secret } });
const sessions = async ({ id }: TestUser) =>
  (await api.db.query('select id from sessions where user_id = $1', [id])).rowCount;

describe('login', () => {
  it('signs in with username and password', async () => {
    const { id, username, email } = await api.make.user();
    const reply = await login(username);
    expect(reply).toSucceed();
    expect(reply.data.login.user).toEqual({ id, username, email });
    const viewer = await api.as({ token: reply.data.login.accessToken }).send(Viewer);
    expect(viewer.data.viewer).toEqual({ id });
  });

  it('signs in with the e-mail address, in any case', async () => {
    const { id, email } = await api.make.user();
    const reply = await login(email.toUpperCase());
    expect(reply.data.login.user.id).toBe(id);
  });

  it.each([
    ['in any case', 'MARA'],
    ['in full-width letters', 'ｍａｒａ'],
  ])('takes the username %s', async (_how, prefix) => {
    const tail = unique('n');
    const user = await api.make.user({ username: `mara${tail}` });
    const reply = await login(prefix + tail);
    expect(reply.data.login.user.id).toBe(user.id);
  });

  it('starts a session of its own at each call and leaves the others alone', async () => {
    const user = await api.make.user();
    const [one, two] = [await login(user.username), await login(user.username)];
    expect(one.data.login.refreshToken).not.toBe(two.data.login.refreshToken);
    expect(await sessions(user)).toBe(3);
    expect(await api.as(user).send(Viewer)).toSucceed();
    expect(await api.as({ token: one.data.login.accessToken }).send(Viewer)).toSucceed();
  });

  it("clears the user's expired sessions away", async () => {
    const user = await api.make.user();
    const expired = await api.make.session(user.id, { expires_at: new Date(Date.now() - 1_000) });
    await login(user.username);
    expect(await api.row('select 1 from sessions where id = $1', [expired.sessionId])).toBeUndefined();
    expect(await sessions(user)).toBe(2);
  });

  it.each([
    ['an unknown username', () => login(unique('nobody'))],
    ['an unknown e-mail address', () => login(`${unique('nobody')}@example.org`)],
    ['an empty username', () => login('')],
    ['a username of 50 kB', () => login('n'.repeat(50_000))],
    ['a wildcard', () => login('%')],
    ['a quote', () => login("' or '1'='1")],
  ])('refuses %s with the one fixed text', async (_name, attempt) => {
    const reply = await attempt();
    expect(reply).toFailWith('UNAUTHENTICATED');
    expect(reply.status).toBe(200);
    expect(reply.errors?.[0]?.message).toBe('The username or the password is wrong.');
    expect(reply.errors?.[0]?.extensions).toEqual({ code: 'UNAUTHENTICATED', requestId: expect.any(String) });
  });

  it.each([
    ['another password', 'ink on dry stone'],
    ['the password in capitals', password.toUpperCase()],
    ['a space behind it', `${password} `],
    ['only its beginning', password.slice(0, -1)],
    ['nothing', ''],
    ['50 kB', 'x'.repeat(50_000)],
  ])('refuses %s for a known user with the same text', async (_kind, secret) => {
    const user = await api.make.user();
    const reply = await login(user.username, secret);
    expect(reply).toFailWith('UNAUTHENTICATED');
    expect(reply.status).toBe(200);
    expect(reply.errors?.[0]?.message).toBe('The username or the password is wrong.');
    expect(await sessions(user)).toBe(1);
  });

  it('refuses a disabled user with the same text, although the password is right', async () => {
    const user = await api.make.user({ status: 'DISABLED' });
    const reply = await login(user.username);
    expect(reply).toFailWith('UNAUTHENTICATED');
    expect(reply.errors?.[0]?.message).toBe('The username or the password is wrong.');
    expect(await sessions(user)).toBe(1);
  });

  it('does not take a longer text for a password of 72 bytes, where bcrypt stops reading', async () => {
    const longest = 'soot and stone! '.repeat(5).slice(0, 72);
    const user = await api.make.user({ password_hash: await bcrypt.hash(longest, 4) });
    expect(await login(user.username, `${longest}!`)).toFailWith('UNAUTHENTICATED');
    expect(await login(user.username, longest)).toSucceed();
  });

  it('does not take the stored hash for the password', async () => {
    const user = await api.make.user();
    const row = await api.row('select password_hash from users where id = $1', [user.id]);
    expect(await login(user.username, row.password_hash)).toFailWith('UNAUTHENTICATED');
  });

  it.each([
    ['username', null],
    ['username', 5],
    ['password', null],
    ['password', 5],
    ['password', { hidden: true }],
  ])('refuses the %s %j', async (field, value) => {
    const input = { username: unique('name'), password, [field]: value };
    const reply = await api.send(Login, { input });
    expect(reply).toFailWith('BAD_USER_INPUT', ['input', field]);
    expect(reply.status).toBe(400);
  });

  it.each([
    ['username', 'ma\0ra'],
    ['password', 'soot\0stone'],
    ['password', 'soot\udc00'],
  ])('refuses a %s that cannot be stored', async (field, value) => {
    const input = { username: unique('name'), password, [field]: value };
    expect(await api.send(Login, { input })).toFailWith('BAD_USER_INPUT', ['input', field]);
  });

  it('refuses an unknown field', async () => {
    const { username } = await api.make.user();
    const reply = await api.send(Login, { input: { username, password, role: 'ADMIN' } });
    expect(reply).toFailWith('BAD_USER_INPUT', ['input']);
  });
});
