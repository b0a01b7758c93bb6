import { useApi } from '../support/api.ts';
import { createDatabase } from '../support/database.ts';
import { readEnvironment } from '../support/environment.ts';
import { unique } from '../support/make.ts';
import { startInkstone } from '../support/process.ts';

const api = useApi();
const CreateFirstAdmin = `mutation ($input: CreateFirstAdminInput!) {
  createFirstAdmin(input: $input) { accessToken refreshToken user { id username email displayName role status } }
}`;
const password = 'wet stone and soot';

const linkIn = (log: string) => /(http\S+)\/setup\?token=([\w-]+)/.exec(log);
const tokenIn = (log: string) => linkIn(log)?.[2];
const create = (input: Record<string, unknown> = {}) =>
  api.send(CreateFirstAdmin, {
    input: { token: tokenIn(api.running.log()), username: unique('admin'), password, ...input },
  });
const admins = async () => (await api.row("select count(*)::int from users where role = 'ADMIN'")).count;

beforeEach(() => api.db.query("update users set role = 'USER'"));

describe('createFirstAdmin', () => {
  it('makes an admin for whoever has the link that the server printed, and signs them in', async () => {
    expect(linkIn(api.running.log())?.[1]).toBe(api.running.url);
    const username = unique('Ada');
    const reply = await create({ username, email: `${username}@example.org`, displayName: 'Ada' });
    expect(reply).toSucceed();
    const { accessToken, user } = reply.data.createFirstAdmin;
    expect(user).toEqual({
      id: expect.any(String),
      username,
      email: `${username}@example.org`.toLowerCase(),
      displayName: 'Ada',
      role: 'ADMIN',
      status: 'ACTIVE',
    });
    expect(await api.as({ token: accessToken }).send('{ users { totalCount } }')).toSucceed();
  });

  it('works once', async () => {
    expect(await create()).toSucceed();
    expect(await create()).toFailWith('FORBIDDEN');
    expect(await admins()).toBe(1);
  });

  it('does not work once there is an admin, not even a disabled one', async () => {
    const admin = await api.make.user({ role: 'ADMIN' });
    expect(await create()).toFailWith('FORBIDDEN');
    await api.db.query("update users set status = 'DISABLED' where id = $1", [admin.id]);
    expect(await create()).toFailWith('FORBIDDEN');
  });

  it('works for one of twenty who open it at the same time', async () => {
    const replies = await Promise.all(Array.from({ length: 20 }, () => create()));
    const refused = replies.filter(({ errors }) => errors);
    expect(refused).toHaveLength(19);
    for (const reply of refused) expect(reply).toFailWith('FORBIDDEN');
    expect(await admins()).toBe(1);
  });

  it.each([
    ['another token', 'x'.repeat(43)],
    ['an empty one', ''],
    ['90 kB', 'x'.repeat(90_000)],
    ['a part of it', undefined],
  ])('refuses %s with the text of a used link', async (_what, wrong) => {
    const token = wrong ?? tokenIn(api.running.log())?.slice(0, -1);
    const reply = await create({ token });
    expect(reply).toFailWith('FORBIDDEN');
    await api.make.user({ role: 'ADMIN' });
    expect((await create()).errors?.[0]?.message).toBe(reply.errors?.[0]?.message);
  });

  it.each([
    ['password', 'password'],
    ['password', 'short'],
    ['password', 'x'.repeat(73)],
    ['username', 'two words'],
    ['email', 'nobody'],
    ['displayName', ''],
    ['token', null],
  ])('holds the %s %j to the rules of any account', async (field, value) => {
    expect(await create({ [field]: value })).toFailWith('BAD_USER_INPUT', ['input', field]);
    expect(await admins()).toBe(0);
  });

  it('reports a taken name, and the link still works', async () => {
    const { username, email } = await api.make.user();
    expect(await create({ username })).toFailWith('CONFLICT', ['input', 'username']);
    expect(await create({ email })).toFailWith('CONFLICT', ['input', 'email']);
    expect(await create()).toSucceed();
  });

  it.each(['role', 'status', 'id'])('lets nobody set %s', async (field) => {
    expect(await create({ [field]: 'ADMIN' })).toFailWith('BAD_USER_INPUT', ['input']);
  });
});

describe('the setup link', () => {
  const start = async (variables: Record<string, string> = {}) => {
    const { DATABASE_URL, JWT_SECRET } = api.settings;
    const running = await startInkstone({ DATABASE_URL, JWT_SECRET, ...variables });
    await running.stop();
    return running.log();
  };

  it('is the same in every process on one database, and another with another key', async () => {
    const JWT_SECRET = [...(api.settings.JWT_SECRET ?? '')].reverse().join('');
    expect(tokenIn(await start())).toBe(tokenIn(api.running.log()));
    const other = tokenIn(await start({ JWT_SECRET }));
    expect(other).toMatch(/^[\w-]{43}$/);
    expect(other).not.toBe(tokenIn(api.running.log()));
  });

  it('is at the address that users see', async () => {
    expect(linkIn(await start({ PUBLIC_URL: 'https://blog.example.org' }))?.[1]).toBe(
      'https://blog.example.org',
    );
  });

  it('is not printed once there is an admin', async () => {
    await api.make.user({ role: 'ADMIN' });
    expect(await start()).not.toMatch(/setup/);
  });

  it('is in no log: production names the command instead', async () => {
    const settings = {
      NODE_ENV: 'production',
      DATABASE_URL: await createDatabase(),
      DATA_DIR: readEnvironment().folder,
    };
    const log = await start(settings);
    expect(log).not.toContain('token');
    expect(log).toContain('inkstone user create-admin');
    await create();
    expect(api.running.log().match(/"\w+":"[^"]*setup/g)).toBeNull();
  });
});
