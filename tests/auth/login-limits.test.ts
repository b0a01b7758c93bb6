import bcrypt from 'bcrypt';
import { type Reply, useApi } from '../support/api.ts';
import { type TestUser, unique } from '../support/make.ts';
import { type Running, startInkstone } from '../support/process.ts';

const settings = { RATE_LIMIT_SCALE: '1', TRUSTED_PROXIES: '127.0.0.1' };
const api = useApi(settings);
const password = 'quickly checked stone';
const Login = `mutation ($input: LoginInput!) { login(input: $input) { accessToken } }`;

const others: Running[] = [];
/** One more process on the same database. */
const startAnother = async (more: Record<string, string> = {}) => {
  const running = await startInkstone({ ...api.settings, ...more });
  others.push(running);
  return running;
};
afterAll(() => Promise.all(others.map((running) => running.stop())));

/** The HTTP status of a document that is sent to one of them. */
const statusAt = async ({ url }: Running, query: string, address: string) => {
  const headers = { 'content-type': 'application/json', 'x-forwarded-for': address };
  return (await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) })).status;
};
const loginDocument = (username: string, secret: string) =>
  `mutation { login(input: { username: "${username}", password: "${secret}" }) { accessToken } }`;

let clients = 0;
/** An address that nobody has used. */
const someone = () => {
  clients += 1;
  return `198.51.${Math.floor(clients / 250)}.${(clients % 250) + 1}`;
};
/** A user whose password is checked in no time, so that tests can be wrong often. */
const makeUser = async (columns = {}) =>
  api.make.user({ password_hash: await bcrypt.hash(password, 4), ...columns });

const login = (address: string, username: string, secret = password) =>
  api.from(address).send(Login, { input: { username, password: secret } });
const guess = (address: string, username: string) => login(address, username, unique('wrong'));
const guesses = async (count: number, address: string, username: string): Promise<Reply[]> => {
  const replies: Reply[] = [];
  for (let n = 0; n < count; n += 1) replies.push(await guess(address, username));
  return replies;
};
const codes = (replies: Reply[]) => replies.map((reply) => reply.errors?.[0]?.extensions.code ?? 'none');
const sessions = async ({ id }: TestUser) =>
  (await api.db.query('select id from sessions where user_id = $1', [id])).rowCount;
/** How many guesses were looked at and found wrong. */
const failures = async ({ id }: TestUser) =>
  (await api.db.query("select 1 from audit_events where action = 'login-failed' and subject_id = $1", [id]))
    .rowCount;
const wrong = (count: number) => Array.from({ length: count }, () => 'UNAUTHENTICATED');
/** As if this long had passed since the counts began. */
const pass = (minutes: number) =>
  api.db.query('update rate_limits set expire = expire - $1', [minutes * 60_000]);

describe('wrong passwords', () => {
  it('are refused from the sixth on, and then the right one is as well', async () => {
    const [user, address] = [await makeUser(), someone()];
    expect(codes(await guesses(6, address, user.username))).toEqual([...wrong(5), 'RATE_LIMITED']);
    expect(await login(address, user.username)).toFailWith('RATE_LIMITED');
    expect(await sessions(user)).toBe(1);
  });

  it('are refused with 429 and the seconds to wait, in the header and in the error', async () => {
    const [user, address] = [await makeUser(), someone()];
    await guesses(5, address, user.username);
    const reply = await guess(address, user.username);
    expect(reply.status).toBe(429);
    const [error] = reply.errors ?? [];
    const seconds = Number(reply.headers.get('retry-after'));
    expect(error?.extensions.retryAfter).toBe(seconds);
    expect(seconds).toBeGreaterThan(800);
    expect(seconds).toBeLessThanOrEqual(900);
    expect(error?.message).toMatch(/^Too many attempts\. Try again in 1[45] minutes\.$/);
    expect(Object.keys(error?.extensions ?? {}).sort()).toEqual(['code', 'requestId', 'retryAfter']);
  });

  it('start from zero after a right one', async () => {
    const [user, address] = [await makeUser(), someone()];
    await guesses(5, address, user.username);
    expect(await login(address, user.username)).toSucceed();
    expect(codes(await guesses(5, address, user.username))).toEqual(wrong(5));
    expect(await login(address, user.username)).toSucceed();
  });

  it('are counted alike for a name that nobody has', async () => {
    const [name, address] = [unique('nobody'), someone()];
    expect(codes(await guesses(6, address, name))).toEqual([...wrong(5), 'RATE_LIMITED']);
  });

  it('are counted together for all names of an account', async () => {
    const [user, address] = [await makeUser(), someone()];
    await guesses(2, address, user.username);
    await guesses(2, address, user.email);
    await guesses(1, address, user.username.toUpperCase());
    expect(await guess(address, user.email.toUpperCase())).toFailWith('RATE_LIMITED');
  });

  it('of a disabled user are counted like any, the right password too', async () => {
    const [user, address] = [await makeUser({ status: 'DISABLED' }), someone()];
    const replies = [await login(address, user.username), ...(await guesses(5, address, user.username))];
    expect(codes(replies)).toEqual([...wrong(5), 'RATE_LIMITED']);
  });

  it('end a document that makes several guesses, so that each is counted', async () => {
    const [user, address] = [await makeUser(), someone()];
    const one = (alias: string) =>
      `${alias}: login(input: { username: "${user.username}", password: "${alias}" }) { accessToken }`;
    const document = `mutation { ${['a', 'b', 'c', 'd'].map(one).join(' ')} }`;
    const replies: Reply[] = [];
    for (let n = 0; n < 6; n += 1) replies.push(await api.from(address).send(document));
    for (const reply of replies) expect(reply.errors).toHaveLength(1);
    expect(codes(replies)).toEqual([...wrong(5), 'RATE_LIMITED']);
    expect(await failures(user)).toBe(6);
  });

  it('that come at the same time do not slip past', async () => {
    const [user, address] = [await makeUser(), someone()];
    const replies = await Promise.all(Array.from({ length: 20 }, () => guess(address, user.username)));
    expect(codes(replies).filter((code) => code === 'UNAUTHENTICATED')).toHaveLength(5);
    expect(codes(replies).filter((code) => code === 'RATE_LIMITED')).toHaveLength(15);
    // Two are looked at together: beyond the sixth at most one more was.
    expect(await failures(user)).toBeLessThanOrEqual(7);
  });

  it('are forgotten after 15 minutes', async () => {
    const [user, address] = [await makeUser(), someone()];
    await guesses(6, address, user.username);
    await pass(14);
    expect(await login(address, user.username)).toFailWith('RATE_LIMITED');
    await pass(1);
    expect(await login(address, user.username)).toSucceed();
  });

  it('are remembered over a restart, and by every process', async () => {
    const [user, address] = [await makeUser(), someone()];
    await guesses(6, address, user.username);
    const other = await startAnother();
    expect(await statusAt(other, loginDocument(user.username, password), address)).toBe(429);
    expect(await statusAt(other, loginDocument(user.username, password), someone())).toBe(200);
  });

  it('do not keep anyone out for longer because a clock was set back', async () => {
    const [user, address] = [await makeUser(), someone()];
    await guesses(6, address, user.username);
    await pass(-60);
    expect(await login(address, user.username)).toSucceed();
  });

  it('are kept without the name that was typed, which may be a password', async () => {
    const name = unique('MySecret');
    await guess(someone(), name);
    const { rows } = await api.db.query('select * from rate_limits');
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows).toLowerCase()).not.toContain(name.toLowerCase());
  });
});

describe('right passwords', () => {
  it('are no failures, however many come together', async () => {
    const [user, address] = [await makeUser(), someone()];
    const replies = await Promise.all(Array.from({ length: 30 }, () => login(address, user.username)));
    for (const reply of replies) expect(reply).toSucceed();
  });
});

describe('a client', () => {
  it('is refused after 25 wrong passwords in 5 minutes, whatever the accounts', async () => {
    const [owner, address] = [await makeUser(), someone()];
    for (let n = 0; n < 25; n += 1)
      expect(await guess(address, (await makeUser()).username)).toFailWith('UNAUTHENTICATED');
    expect(await guess(address, (await makeUser()).username)).toFailWith('RATE_LIMITED');
    const reply = await login(address, owner.username);
    expect(reply).toFailWith('RATE_LIMITED');
    expect(Number(reply.headers.get('retry-after'))).toBeLessThanOrEqual(300);
    expect(await sessions(owner)).toBe(1);
    expect(await login(someone(), owner.username)).toSucceed();
    await pass(5);
    expect(await login(address, owner.username)).toSucceed();
  });

  it('is any address of one IPv6 network of 64 bits', async () => {
    const user = await makeUser();
    for (let n = 1; n <= 5; n += 1) await guess(`2001:db8:1:2::${n}`, user.username);
    expect(await guess('2001:db8:1:2:ffff:ffff:ffff:ffff', user.username)).toFailWith('RATE_LIMITED');
    expect(await guess('2001:db8:1:3::1', user.username)).toFailWith('UNAUTHENTICATED');
  });

  it.each([
    ['IPv4 written as IPv6', (address: string) => `::ffff:${address}`],
    ['an address with a port', (address: string) => `${address}:4711`],
    ['another address that it claims itself', (address: string) => `203.0.113.9, ${address}`],
  ])('is the same with %s', async (_what, write) => {
    const [user, address] = [await makeUser(), someone()];
    await guesses(5, address, user.username);
    expect(await guess(write(address), user.username)).toFailWith('RATE_LIMITED');
  });

  it('cannot choose its address unless it comes through a trusted proxy', async () => {
    const [user, address] = [await makeUser(), someone()];
    const direct = await startAnother({ TRUSTED_PROXIES: '192.0.2.1,10.0.0.0/8' });
    const seen: number[] = [];
    for (let n = 0; n < 6; n += 1)
      seen.push(await statusAt(direct, loginDocument(user.username, 'wrong'), someone()));
    expect(seen).toEqual([200, 200, 200, 200, 200, 429]);
    expect(await login(address, user.username)).toSucceed();
  });
});

describe('the owner of an account', () => {
  it('gets in from elsewhere while a stranger is refused', async () => {
    const user = await makeUser();
    await guesses(6, someone(), user.username);
    expect(await login(someone(), user.username)).toSucceed();
  });

  it('gets in while many strangers are at work, who have one guess each from then on', async () => {
    const user = await makeUser();
    for (let n = 0; n < 10; n += 1) await guesses(5, someone(), user.username);
    const late = someone();
    expect(codes(await guesses(2, late, user.username))).toEqual(['UNAUTHENTICATED', 'RATE_LIMITED']);
    expect(await login(late, user.username)).toFailWith('RATE_LIMITED');
    expect(await login(someone(), user.username)).toSucceed();
  });
});

describe('without its Redis', () => {
  it('each process counts for itself, and everything else goes on', async () => {
    const user = await makeUser();
    const alone = await startAnother({ REDIS_URL: 'redis://u:hush@127.0.0.1:1' });
    const address = someone();
    const attempt = (secret: string) => statusAt(alone, loginDocument(user.username, secret), address);
    const seen: number[] = [];
    for (let n = 0; n < 6; n += 1) seen.push(await attempt('wrong'));
    expect(seen).toEqual([200, 200, 200, 200, 200, 429]);
    expect(await attempt(password)).toBe(429);
    expect(await statusAt(alone, '{ posts { totalCount } }', address)).toBe(200);
    const { code, output } = await alone.stop();
    expect(code).toBe(0);
    expect(output).toContain('Redis cannot be used');
    expect(output).not.toContain('hush');
  });
});
