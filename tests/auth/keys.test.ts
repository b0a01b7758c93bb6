import { createHmac, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { statSync } from 'node:fs';
import jwt, { type SignOptions } from 'jsonwebtoken';
import { type Reply, useApi } from '../support/api.ts';
import { headerOf, keyFile, keyIds, newDataFolder, publicKeys, publicPem, readKey } from '../support/keys.ts';
import { accessClaims, password, type TestUser } from '../support/make.ts';

const Viewer = '{ viewer { id } }';
const Login = 'mutation ($input: LoginInput!) { login(input: $input) { accessToken } }';
const invalidText = 'The access token is not valid. Sign in again, or send none.';
const past = () => Math.floor(Date.now() / 1000) - 60;

const rsa = () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const ec = () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe.each(['ES256', 'RS256'] as const)('with %s', (algorithm) => {
  const DATA_DIR = newDataFolder();
  const api = useApi({ JWT_SECRET: '', JWT_ALGORITHM: algorithm, DATA_DIR });
  const keyid = () => String(keyIds(DATA_DIR)[0]);
  const pem = () => readKey(DATA_DIR, keyid());
  const other = algorithm === 'ES256' ? 'RS256' : 'ES256';

  const login = async ({ username }: TestUser): Promise<string> =>
    (await api.send(Login, { input: { username, password } })).data.login.accessToken;

  /** Signed with the server's own key: only what `changes` and `options` say is wrong with it. */
  const token = (user: TestUser, changes: Record<string, unknown> = {}, options: SignOptions = {}) => {
    const claims = Object.entries(accessClaims(user, changes)).filter(([, value]) => value !== undefined);
    return jwt.sign(Object.fromEntries(claims), pem(), { algorithm, keyid: keyid(), ...options });
  };

  /** Signed by HMAC with a text that everybody may know, which the library would refuse to write. */
  const byHmac = (user: TestUser, header: object, secret: string) => {
    const text = `${part(header)}.${part(accessClaims(user))}`;
    return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
  };

  it('makes one private key that only its owner may read', () => {
    expect(keyIds(DATA_DIR)).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\dT\d{6}Z$/)]);
    expect(statSync(keyFile(DATA_DIR, keyid())).mode & 0o777).toBe(0o600);
  });

  it('signs in with a token that names its key and is accepted', async () => {
    const user = await api.make.user();
    const accessToken = await login(user);
    expect(headerOf(accessToken)).toEqual({ alg: algorithm, typ: 'JWT', kid: keyid() });
    expect((await api.as({ token: accessToken }).send(Viewer)).data).toEqual({ viewer: { id: user.id } });
  });

  it('publishes the public half of the key, with which anybody can check a token', async () => {
    const accessToken = await login(await api.make.user());
    const { keys, headers } = await publicKeys(api.running.url);
    const members = algorithm === 'ES256' ? ['crv', 'x', 'y'] : ['e', 'n'];
    expect(keys.map((key) => Object.keys(key).sort())).toEqual([
      ['alg', 'kid', 'kty', 'use', ...members].sort(),
    ]);
    expect(keys[0]).toMatchObject({ alg: algorithm, kid: keyid(), use: 'sig' });
    expect(headers.get('content-type')).toMatch(/^application\/json/);
    expect(headers.get('cache-control')).toBe('public, max-age=60');
    const key = createPublicKey({ key: keys[0] ?? {}, format: 'jwk' });
    expect(jwt.verify(accessToken, key, { algorithms: [algorithm], audience: 'inkstone' })).toMatchObject({
      iss: 'inkstone',
    });
  });

  it.each<[string, (user: TestUser) => string]>([
    [
      'with HS256 by the public key',
      (user) => byHmac(user, { alg: 'HS256', typ: 'JWT', kid: keyid() }, publicPem(pem())),
    ],
    [
      'with HS256 by the public key, saying nothing of a key',
      (user) => byHmac(user, { alg: 'HS256', typ: 'JWT' }, publicPem(pem())),
    ],
    [
      `with HS256 that says ${algorithm}`,
      (user) => byHmac(user, { alg: algorithm, typ: 'JWT', kid: keyid() }, publicPem(pem())),
    ],
    ['with HS256 by nothing', (user) => byHmac(user, { alg: 'HS256', typ: 'JWT', kid: 'none' }, '')],
    [
      'with algorithm none',
      (user) => jwt.sign(accessClaims(user), '', { algorithm: 'none', keyid: keyid() }),
    ],
    [
      'by another key of the same kind',
      (user) =>
        jwt.sign(accessClaims(user), algorithm === 'ES256' ? ec() : rsa(), { algorithm, keyid: keyid() }),
    ],
    [
      'by a key of another kind',
      (user) =>
        jwt.sign(accessClaims(user), algorithm === 'ES256' ? rsa() : ec(), {
          algorithm: other,
          keyid: keyid(),
        }),
    ],
    ['of an unknown key', (user) => token(user, {}, { keyid: '2026-01-01T000000Z' })],
    ['of a key that is another file', (user) => token(user, {}, { keyid: '../keys/app.secret' })],
    ['of a key with a name of JavaScript', (user) => token(user, {}, { keyid: '__proto__' })],
    ['of an empty key', (user) => token(user, {}, { keyid: '' })],
    ['that names no key', (user) => jwt.sign(accessClaims(user), pem(), { algorithm })],
    ['without exp', (user) => token(user, { exp: undefined })],
    ['without jti', (user) => token(user, { jti: undefined })],
    ['without iat', (user) => token(user, { iat: undefined }, { noTimestamp: true })],
    ['for a foreign audience', (user) => token(user, { aud: 'elsewhere' })],
    ['of a foreign issuer', (user) => token(user, { iss: 'elsewhere' })],
    ['of another type', (user) => token(user, {}, { header: { alg: algorithm, typ: 'at+jwt' } })],
    ['without signature', (user) => token(user).replace(/[^.]+$/, '')],
    [
      'with another payload',
      (user) => {
        const [head, , signature] = token(user).split('.');
        return `${head}.${part(accessClaims(user, { role: 'ADMIN' }))}.${signature}`;
      },
    ],
    ['that is expired and for a foreign audience', (user) => token(user, { exp: past(), aud: 'elsewhere' })],
    ["of a server with the test's secret", (user) => user.token],
  ])('a token %s is refused with 401 and the one fixed text', async (_kind, forge) => {
    const reply: Reply = await api.as({ token: forge(await api.make.user()) }).send(Viewer);
    expect(reply).toFailWith('UNAUTHENTICATED');
    expect(reply.status).toBe(401);
    expect(reply.errors?.[0]?.message).toBe(invalidText);
  });

  it('a token of its key is accepted as long as it lives, and told when it has expired', async () => {
    const user = await api.make.user();
    expect(await api.as({ token: token(user) }).send(Viewer)).toSucceed();
    const reply = await api.as({ token: token(user, { exp: past() }) }).send(Viewer);
    expect(reply).toFailWith('TOKEN_EXPIRED');
    expect(reply.status).toBe(401);
  });
});

describe('with a secret of the environment', () => {
  const api = useApi();

  it('nothing is published', async () => {
    const { keys, headers } = await publicKeys(api.running.url);
    expect(keys).toEqual([]);
    expect(headers.get('cache-control')).toBe('public, max-age=60');
  });

  it('a token that names a key is refused', async () => {
    const { token } = await api.make.user();
    const [, claims] = token.split('.');
    const secret = api.settings.JWT_SECRET ?? '';
    const text = `${part({ alg: 'HS256', typ: 'JWT', kid: '2026-01-01T000000Z' })}.${claims}`;
    const signature = createHmac('sha256', secret).update(text).digest('base64url');
    expect(await api.as({ token: `${text}.${signature}` }).send(Viewer)).toFailWith('UNAUTHENTICATED');
  });
});
