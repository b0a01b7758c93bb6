import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { rmSync, statSync } from 'node:fs';
import jwt from 'jsonwebtoken';
import { type Reply, useApi } from '../support/api.ts';
import { createDatabase } from '../support/database.ts';
import {
  headerOf,
  keyFile,
  keyIdOf,
  keyIds,
  newDataFolder,
  publicKeys,
  publicPem,
  readKey,
  writeKey,
} from '../support/keys.ts';
import { accessClaims, password, type TestUser } from '../support/make.ts';
import { type Running, runToEnd, startInkstone, waitFor } from '../support/process.ts';

const Viewer = '{ viewer { id } }';
const Login = 'mutation ($input: LoginInput!) { login(input: $input) { accessToken refreshToken } }';
const Refresh = 'mutation ($token: String) { refresh(refreshToken: $token) { accessToken refreshToken } }';

const JWT_ALGORITHM = 'ES256';
const newKey = () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const rotate = (DATA_DIR: string, minutes: string[] = [], algorithm: string = JWT_ALGORITHM) =>
  runToEnd('cli.js', ['keys', 'rotate', ...minutes], { DATA_DIR, JWT_ALGORITHM: algorithm });

async function ask(server: Running, query: string, variables: object, token?: string): Promise<Reply> {
  const headers = {
    'content-type': 'application/json',
    ...(token && { authorization: `Bearer ${token}` }),
  };
  const body = JSON.stringify({ query, variables });
  const response = await fetch(`${server.url}/graphql`, { method: 'POST', headers, body });
  const answer = (await response.json()) as Pick<Reply, 'data' | 'errors'>;
  return { status: response.status, headers: response.headers, ...answer };
}

describe('keys rotate', () => {
  const DATA_DIR = newDataFolder();
  const api = useApi({ JWT_SECRET: '', JWT_ALGORITHM, DATA_DIR });
  let second: Running;
  beforeAll(async () => {
    second = await startInkstone(api.settings);
  });
  afterAll(() => second.stop());

  const login = async ({ username }: TestUser) =>
    (await api.send(Login, { input: { username, password } })).data.login;
  const newest = () => String(keyIds(DATA_DIR).at(-1));

  it('makes the key that signs from now on, in every running process, while older tokens stay good', async () => {
    const user = await api.make.user();
    const before = await login(user);
    const ending = await rotate(DATA_DIR);
    expect(ending).toMatchObject({ code: 0, output: expect.stringContaining(`${newest()}.key`) });
    expect(statSync(keyFile(DATA_DIR, newest())).mode & 0o777).toBe(0o600);

    const after = await login(user);
    expect(headerOf(after.accessToken).kid).toBe(newest());
    expect(headerOf(before.accessToken).kid).not.toBe(newest());
    for (const { accessToken } of [after, before]) {
      for (const server of [second, api.running]) {
        expect((await ask(server, Viewer, {}, accessToken)).data).toEqual({ viewer: { id: user.id } });
      }
    }
    for (const server of [second, api.running]) {
      expect((await publicKeys(server.url)).keys.map((key) => key.kid)).toEqual(keyIds(DATA_DIR));
    }
  });

  it('leaves refresh tokens as they were: one that was used before gives the same successor after it', async () => {
    const { refreshToken } = await login(await api.make.user());
    const first = await api.send(Refresh, { token: refreshToken });
    await rotate(DATA_DIR);
    const again = await ask(second, Refresh, { token: refreshToken });
    expect(again.data.refresh.refreshToken).toBe(first.data.refresh.refreshToken);
    expect(headerOf(again.data.refresh.accessToken).kid).toBe(newest());
  });

  it('with minutes publishes the key at once and lets it sign later', async () => {
    const user = await api.make.user();
    const { kid } = headerOf((await login(user)).accessToken);
    expect(await rotate(DATA_DIR, ['10'])).toMatchObject({ code: 0 });
    expect(newest() > keyIdOf(-9)).toBe(true);
    expect(headerOf((await login(user)).accessToken).kid).toBe(kid);
    expect((await publicKeys(second.url)).keys.map((key) => key.kid)).toContain(newest());
    rmSync(keyFile(DATA_DIR, newest()));
  });

  it('removes what was replaced more than a month ago, and nothing else', async () => {
    const day = 24 * 60;
    const [gone, kept] = [keyIdOf(40 * day), keyIdOf(32 * day)];
    for (const id of [gone, kept, keyIdOf(30 * day)]) writeKey(DATA_DIR, id, newKey());
    const before = keyIds(DATA_DIR);
    expect((await rotate(DATA_DIR)).output).toContain(gone);
    expect(keyIds(DATA_DIR)).toEqual([...before.filter((id) => id !== gone), newest()]);
  });

  it.each([
    ['without an action', []],
    ['with an unknown action', ['list']],
    ['with minutes that are no number', ['rotate', 'soon']],
    ['with minutes before now', ['rotate', '-5']],
  ])('is refused %s', async (_kind, args) => {
    const before = keyIds(DATA_DIR);
    const ending = await runToEnd('cli.js', ['keys', ...args], { DATA_DIR, JWT_ALGORITHM });
    expect(ending).toMatchObject({ code: 1, output: expect.stringContaining('keys rotate [minutes]') });
    expect(keyIds(DATA_DIR)).toEqual(before);
  });

  it('is refused with a secret of the environment, which is not printed', async () => {
    const JWT_SECRET = 'q8Vn2xTz5LrW0cYk7HbJ4mPf9SdGa3Eu';
    const folder = newDataFolder();
    const ending = await runToEnd('cli.js', ['keys', 'rotate'], { DATA_DIR: folder, JWT_SECRET });
    expect(ending).toMatchObject({ code: 1, output: expect.stringContaining('JWT_SECRET') });
    expect(ending.output).not.toContain(JWT_SECRET);
  });
});

describe('a key', () => {
  const DATA_DIR = newDataFolder();
  const [outlived, replaced, current] = [keyIdOf(60), keyIdOf(30), keyIdOf(15)];
  for (const id of [outlived, replaced, current]) writeKey(DATA_DIR, id, newKey());
  const api = useApi({ JWT_SECRET: '', JWT_ALGORITHM, DATA_DIR });

  const token = (user: TestUser, keyid: string) =>
    jwt.sign(accessClaims(user), readKey(DATA_DIR, keyid), { algorithm: JWT_ALGORITHM, keyid });
  const read = async (user: TestUser, keyid: string) => api.as({ token: token(user, keyid) }).send(Viewer);

  it('that was replaced a quarter of an hour ago or less still checks', async () => {
    const user = await api.make.user();
    expect(await read(user, replaced)).toSucceed();
    expect(await read(user, current)).toSucceed();
  });

  it('that another process has just made is known at once', async () => {
    const user = await api.make.user();
    expect(await read(user, current)).toSucceed();
    const id = keyIdOf(1);
    writeKey(DATA_DIR, id, newKey());
    expect(await read(user, id)).toSucceed();
  });

  it('whose tokens must all have expired makes no living one, and whoever has an old one may refresh', async () => {
    const reply = await read(await api.make.user(), outlived);
    expect(reply).toFailWith('TOKEN_EXPIRED');
    expect(reply.status).toBe(401);
    const published = (await publicKeys(api.running.url)).keys.map((key) => key.kid);
    expect(published).toEqual(expect.arrayContaining([replaced, current]));
    expect(published).not.toContain(outlived);
  });

  it('that is taken away stops checking in a running server', async () => {
    const user = await api.make.user();
    const id = keyIdOf(3);
    writeKey(DATA_DIR, id, newKey());
    const stolen = token(user, id);
    await waitFor(async () => ((await api.as({ token: stolen }).send(Viewer)).data ? true : undefined));
    rmSync(keyFile(DATA_DIR, id));
    const refusal = await waitFor(async () => {
      const reply = await api.as({ token: stolen }).send(Viewer);
      return reply.errors ? reply : undefined;
    });
    expect(refusal).toFailWith('UNAUTHENTICATED');
  });

  it('that cannot be read is reported, while the others go on', async () => {
    const user = await api.make.user();
    const id = keyIdOf(0);
    writeKey(DATA_DIR, id, 'half of a key');
    await waitFor(async () => {
      expect(await read(user, current)).toSucceed();
      return api.running.log().includes(`${id}.key cannot be used`) || undefined;
    });
    expect(api.running.log()).not.toContain('half of a key');
    rmSync(keyFile(DATA_DIR, id));
  });
});

describe('without settings', () => {
  it('HS256 has a key of its own that is rotated, and another algorithm takes over without signing anybody out', async () => {
    const DATA_DIR = newDataFolder();
    const settings = { DATABASE_URL: await createDatabase(), DATA_DIR };
    const Register = `mutation { register(input: { username: "keeper", password: "a long enough one" }) { accessToken } }`;
    const first = await startInkstone(settings);
    const original: string = (await ask(first, Register, {})).data.register.accessToken;
    expect(headerOf(original)).toEqual({ alg: 'HS256', typ: 'JWT', kid: keyIds(DATA_DIR)[0] });
    await rotate(DATA_DIR, [], 'HS256');
    expect(await ask(first, Viewer, {}, original)).toSucceed();
    expect((await publicKeys(first.url)).keys).toEqual([]);
    await first.stop();

    const second = await startInkstone({ ...settings, JWT_ALGORITHM });
    const [, rotated, newest] = keyIds(DATA_DIR);
    const input = { username: 'keeper', password: 'a long enough one' };
    const { accessToken } = (await ask(second, Login, { input })).data.login;
    expect(headerOf(accessToken)).toEqual({ alg: JWT_ALGORITHM, typ: 'JWT', kid: newest });
    expect(await ask(second, Viewer, {}, original)).toSucceed();
    expect(await ask(second, Viewer, {}, accessToken)).toSucceed();
    expect((await publicKeys(second.url)).keys.map((key) => key.kid)).toEqual([newest]);
    const secret = publicPem(readKey(DATA_DIR, String(newest)));
    const viewer = jwt.decode(original) as { sub: string; sid: string };
    const claims = accessClaims({ id: viewer.sub, sessionId: viewer.sid });
    for (const keyid of [newest, rotated]) {
      const forged = jwt.sign(claims, secret, { keyid: String(keyid) });
      expect(await ask(second, Viewer, {}, forged)).toFailWith('UNAUTHENTICATED');
    }
    await second.stop();
  });
});

describe('a start', () => {
  const start = (variables: Record<string, string>) =>
    runToEnd('main.js', [], { PORT: '0', JWT_ALGORITHM, ...variables });

  it('with JWT_SECRET and an algorithm that has no secret is refused', async () => {
    const JWT_SECRET = 'q8Vn2xTz5LrW0cYk7HbJ4mPf9SdGa3Eu';
    const ending = await start({ JWT_SECRET });
    expect(ending).toMatchObject({
      code: 1,
      output: expect.stringMatching(/JWT_SECRET=.* is for HS256 only/),
    });
    expect(ending.output).not.toContain(JWT_SECRET);
  });

  it('with an unknown algorithm is refused', async () => {
    const ending = await start({ JWT_ALGORITHM: 'none' });
    expect(ending.output).toMatch(/JWT_ALGORITHM="none" must be one of HS256, RS256, ES256/);
  });

  const short = () => generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey;
  const foreign = () => generateKeyPairSync('ec', { namedCurve: 'secp384r1' }).privateKey;
  const locked = () =>
    createPrivateKey(newKey().export({ type: 'pkcs8', format: 'pem' }))
      .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'hush' })
      .toString();
  it.each([
    ['an RSA key of 1024 bits', keyIdOf(1), short, /2048 bits or more/],
    ['a key on another curve', keyIdOf(1), foreign, /P-256/],
    [
      'a public key',
      keyIdOf(1),
      () => publicPem(newKey().export({ type: 'pkcs8', format: 'pem' }).toString()),
      /a private key in PEM/,
    ],
    ['a key with a passphrase', keyIdOf(1), locked, /without a passphrase/],
    ['an empty key', keyIdOf(1), () => '', /a private key in PEM/],
    ['a secret of one letter', keyIdOf(1), () => 'a'.repeat(64), /32 random bytes/],
    ['a key of another name', 'my', newKey, /name .* 2026-11-21T101500Z\.key/],
    ['a key of a day that is none', '2026-02-31T101500Z', newKey, /name/],
  ])('with %s is refused, with the file, the cause and the mend', async (_kind, id, make, cause) => {
    const DATA_DIR = newDataFolder();
    writeKey(DATA_DIR, id, make());
    const ending = await start({ DATA_DIR });
    expect(ending.code).toBe(1);
    expect(ending.output).toContain(keyFile(DATA_DIR, id));
    expect(ending.output).toMatch(cause);
    expect(ending.output).toMatch(/→ Put it back from a backup/);
    expect(ending.output).not.toMatch(/\n\s+at |BEGIN|aaaa/);
    expect(keyIds(DATA_DIR)).toEqual([id]);
  });
});
