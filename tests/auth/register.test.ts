import { createHash } from 'node:crypto';
import { useApi } from '../support/api.ts';
import { unique } from '../support/make.ts';

const api = useApi();
const Viewer = '{ viewer { id } }';
const Register = `mutation ($input: RegisterInput!) {
  register(input: $input) {
    accessToken accessTokenExpiresAt refreshToken refreshTokenExpiresAt
    user { id username displayName email role status }
  }
}`;
const password = 'wet stone and soot';

const register = (input: Record<string, unknown>) => api.send(Register, { input: { password, ...input } });
const accounts = async (username: string) =>
  (await api.db.query('select id from users where username_key = $1', [username.toLowerCase()])).rowCount;

describe('register', () => {
  it('makes an account and shows it to its owner', async () => {
    const username = unique('Mara');
    const email = `${username}@example.org`;
    const reply = await register({ username, email, displayName: 'Mara Ink' });
    expect(reply).toSucceed();
    expect(reply.data.register.user).toEqual({
      id: expect.any(String),
      username,
      displayName: 'Mara Ink',
      email: email.toLowerCase(),
      role: 'USER',
      status: 'ACTIVE',
    });
  });

  it('signs the new user in for 15 minutes, and for 30 days with the refresh token', async () => {
    const before = Date.now();
    const { register: payload } = (await register({ username: unique('name') })).data;
    const viewer = await api.as({ token: payload.accessToken }).send(Viewer);
    expect(viewer.data.viewer.id).toBe(payload.user.id);
    const minutes = (Date.parse(payload.accessTokenExpiresAt) - before) / 60_000;
    const days = (Date.parse(payload.refreshTokenExpiresAt) - before) / 86_400_000;
    expect(Math.round(minutes)).toBe(15);
    expect(Math.round(days)).toBe(30);
  });

  it('stores the password as bcrypt and the refresh token as SHA-256', async () => {
    const { register: payload } = (await register({ username: unique('name') })).data;
    const hash = createHash('sha256').update(payload.refreshToken).digest('base64url');
    const row = await api.row(
      `select u.password_hash, t.hash from users u
        join sessions s on s.user_id = u.id join refresh_tokens t on t.session_id = s.id where u.id = $1`,
      [payload.user.id],
    );
    expect(payload.refreshToken).toMatch(/^[\w-]{43}$/);
    expect(row).toEqual({ password_hash: expect.stringMatching(/^\$2b\$12\$/), hash });
  });

  it('shows the username where no display name was given', async () => {
    const username = unique('name');
    const reply = await register({ username, displayName: null, email: null });
    expect(reply.data.register.user).toMatchObject({ displayName: username, email: null });
  });

  it('does not make the first user an admin', async () => {
    await api.db.query('truncate users cascade');
    const reply = await register({ username: unique('first') });
    expect(reply.data.register.user.role).toBe('USER');
  });

  it.each(['墨石', 'Zoë', 'أحمد', 'a.b-c_d', '2nd', 'n'.repeat(32)])(
    'accepts the username %s',
    async (username) => {
      const reply = await register({ username });
      expect(reply).toSucceed();
      expect(reply.data.register.user.username).toBe(username);
    },
  );

  it.each([
    '',
    'a',
    'n'.repeat(33),
    'two words',
    '-dash',
    '.dot',
    'at@sign',
    '<b>bold',
    'tab\there',
    'new\nline',
  ])('refuses the username %j', async (username) => {
    expect(await register({ username })).toFailWith('BAD_USER_INPUT', ['input', 'username']);
    expect(await accounts(username)).toBe(0);
  });

  it.each([
    ['displayName', ''],
    ['displayName', ' \t'],
    ['displayName', 'n'.repeat(81)],
    ['displayName', 5],
    ['email', ''],
    ['email', 'nobody'],
    ['email', 'a@b@c.example'],
    ['email', `${'n'.repeat(250)}@example.org`],
    ['username', 5],
    ['username', null],
    ['password', null],
    ['password', ['wet stone and soot']],
  ])('refuses the %s %j', async (field, value) => {
    const username = unique('name');
    expect(await register({ username, [field]: value })).toFailWith('BAD_USER_INPUT', ['input', field]);
    expect(await accounts(username)).toBe(0);
  });

  it.each([
    ['role', 'ADMIN'],
    ['status', 'ACTIVE'],
    ['id', '01a1fc07-45b9-7102-8ac4-232457dc8e35'],
    ['createdAt', '2020-01-01T00:00:00Z'],
    ['passwordHash', 'x'],
  ])('does not let anyone set %s', async (field, value) => {
    const username = unique('name');
    const reply = await register({ username, [field]: value });
    expect(reply).toFailWith('BAD_USER_INPUT', ['input']);
    expect(reply.status).toBe(400);
    expect(await accounts(username)).toBe(0);
  });

  it('refuses a call without input', async () => {
    expect(await api.send(Register, {})).toFailWith('BAD_USER_INPUT', ['input']);
  });

  it.each([
    ['in other case', 'MARA'],
    ['in full-width letters', 'ｍａｒａ'],
  ])('reports a taken username %s', async (_how, prefix) => {
    const tail = unique('taken');
    await api.make.user({ username: `mara${tail}` });
    expect(await register({ username: prefix + tail })).toFailWith('CONFLICT', ['input', 'username']);
    expect(await accounts(`mara${tail}`)).toBe(1);
  });

  it('reports a taken username to one who gives an e-mail address too', async () => {
    const { username } = await api.make.user();
    const reply = await register({ username, email: `${unique('new')}@example.org` });
    expect(reply).toFailWith('CONFLICT', ['input', 'username']);
  });

  it('reports a taken e-mail address in any case', async () => {
    const { email } = await api.make.user();
    const username = unique('name');
    const reply = await register({ username, email: email.toUpperCase() });
    expect(reply).toFailWith('CONFLICT', ['input', 'email']);
    expect(await accounts(username)).toBe(0);
  });

  it('gives a name to one of twenty who want it at the same time', async () => {
    const username = unique('wanted');
    const replies = await Promise.all(Array.from({ length: 20 }, () => register({ username })));
    const refused = replies.filter((reply) => reply.errors);
    expect(refused).toHaveLength(19);
    for (const reply of refused) expect(reply).toFailWith('CONFLICT', ['input', 'username']);
    expect(JSON.stringify(refused)).not.toMatch(/insert|select|constraint|duplicate|users_|\$2b\$/i);
    expect(await accounts(username)).toBe(1);
  });

  it('gives an e-mail address to one of five who want it at the same time', async () => {
    const email = `${unique('wanted')}@example.org`;
    const names = Array.from({ length: 5 }, () => unique('name'));
    const replies = await Promise.all(names.map((username) => register({ username, email })));
    const refused = replies.filter((reply) => reply.errors);
    expect(refused).toHaveLength(4);
    for (const reply of refused) expect(reply).toFailWith('CONFLICT', ['input', 'email']);
    const { rowCount } = await api.db.query('select id from users where username = any($1)', [names]);
    expect(rowCount).toBe(1);
  });
});
