import { createHmac } from 'node:crypto';
import jwt, { type SignOptions } from 'jsonwebtoken';
import { type Reply, useApi } from '../support/api.ts';
import { readEnvironment } from '../support/environment.ts';
import { accessClaims, type TestUser, unique } from '../support/make.ts';

const api = useApi();
const Viewer = '{ viewer { id } }';
const Posts = '{ posts { totalCount } }';
const AuthorEmail = 'query ($id: ID!) { post(id: $id) { author { email } } }';
const CreatePost = 'mutation ($input: CreatePostInput!) { createPost(input: $input) { id } }';

const invalidText = 'The access token is not valid. Sign in again, or send none.';
const secret = () => readEnvironment().jwtSecret;
const past = () => Math.floor(Date.now() / 1000) - 60;
const future = () => Math.floor(Date.now() / 1000) + 60;

/** Signed with the server's own key: only what `changes` and `options` say is wrong with it. */
const token = (user: TestUser, changes: Record<string, unknown> = {}, options: SignOptions = {}) => {
  const claims = Object.entries(accessClaims(user, changes)).filter(([, value]) => value !== undefined);
  return jwt.sign(Object.fromEntries(claims), secret(), options);
};

/** Signed with the server's own key, though the library would refuse to write it. */
const handmade = (user: TestUser, header: object, changes = {}) => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part(header)}.${part(accessClaims(user, changes))}`;
  return `${text}.${createHmac('sha256', secret()).update(text).digest('base64url')}`;
};

const swapPayload = (user: TestUser) => {
  const [head, , signature] = token(user).split('.');
  const claims = Buffer.from(JSON.stringify(accessClaims(user, { role: 'ADMIN' }))).toString('base64url');
  return `${head}.${claims}.${signature}`;
};

async function sendWith(authorization: string, query = Viewer): Promise<Reply> {
  const headers = { 'content-type': 'application/json', authorization };
  const response = await fetch(api.url, { method: 'POST', headers, body: JSON.stringify({ query }) });
  const answer = (await response.json()) as Pick<Reply, 'data' | 'errors'>;
  return { status: response.status, headers: response.headers, ...answer };
}

describe('an access token', () => {
  it('of the right shape is accepted, with the scheme in any case', async () => {
    const user = await api.make.user();
    for (const scheme of ['Bearer', 'bearer']) {
      expect((await sendWith(`${scheme} ${token(user)}`)).data).toEqual({ viewer: { id: user.id } });
    }
  });

  it.each<[string, (user: TestUser) => string]>([
    ['that is garbage', () => 'x.y.z'],
    ['of 10 kB of garbage', () => 'x'.repeat(10_000)],
    ['with algorithm none', (user) => jwt.sign(accessClaims(user), '', { algorithm: 'none' })],
    ['with algorithm none and a signature', (user) => handmade(user, { alg: 'none', typ: 'JWT' })],
    ['with HS512 by the same key', (user) => token(user, {}, { algorithm: 'HS512' })],
    ['with HS384 by the same key', (user) => token(user, {}, { algorithm: 'HS384' })],
    ['by another key', (user) => jwt.sign(accessClaims(user), 'another secret of at least 32 bytes!')],
    ['with another payload', swapPayload],
    ['without signature', (user) => token(user).replace(/[^.]+$/, '')],
    ['without exp', (user) => token(user, { exp: undefined })],
    ['without sub', (user) => token(user, { sub: undefined })],
    ['without sid', (user) => token(user, { sid: undefined })],
    ['without jti', (user) => token(user, { jti: undefined })],
    ['without iss', (user) => token(user, { iss: undefined })],
    ['without aud', (user) => token(user, { aud: undefined })],
    ['without iat', (user) => token(user, { iat: undefined }, { noTimestamp: true })],
    ['of a foreign issuer', (user) => token(user, { iss: 'elsewhere' })],
    ['for a foreign audience', (user) => token(user, { aud: 'elsewhere' })],
    ['of an unknown role', (user) => token(user, { role: 'ROOT' })],
    ['with a sub that is no id', (user) => token(user, { sub: "' or 1=1" })],
    ['with a sid that is no id', (user) => token(user, { sid: '1' })],
    ['that is not valid yet', (user) => token(user, { nbf: future() })],
    ['of another type', (user) => handmade(user, { alg: 'HS256', typ: 'at+jwt' })],
    ['without a type', (user) => handmade(user, { alg: 'HS256' })],
    ['that is expired and of a foreign issuer', (user) => token(user, { exp: past(), iss: 'elsewhere' })],
    ['that is expired and by another key', (user) => jwt.sign(accessClaims(user, { exp: past() }), 'other')],
  ])('%s is refused with 401 and the one fixed text', async (_kind, forge) => {
    const reply = await sendWith(`Bearer ${forge(await api.make.user())}`);
    expect(reply).toFailWith('UNAUTHENTICATED');
    expect(reply.status).toBe(401);
    expect(reply.errors?.[0]).toEqual({
      message: invalidText,
      extensions: { code: 'UNAUTHENTICATED', requestId: expect.any(String) },
    });
  });

  it.each<[string, (user: TestUser) => string]>([
    ['Basic', () => `Basic ${Buffer.from('mara:secret').toString('base64')}`],
    ['Digest with a genuine token', (user) => `Digest ${user.token}`],
    ['missing', (user) => user.token],
    ['given twice', (user) => `Bearer Bearer ${user.token}`],
    ['given without a token', () => 'Bearer'],
    ['empty', () => ''],
  ])('is refused when the scheme is %s', async (_scheme, header) => {
    const reply = await sendWith(header(await api.make.user()));
    expect(reply).toFailWith('UNAUTHENTICATED');
    expect(reply.status).toBe(401);
    expect(reply.errors?.[0]?.message).toBe(invalidText);
  });

  it('cannot be replaced by a refresh token', async () => {
    const user = await api.make.user();
    const reply = await sendWith(`Bearer ${await api.make.refreshToken(user.sessionId)}`);
    expect(reply).toFailWith('UNAUTHENTICATED');
    expect(reply.status).toBe(401);
  });

  it('that has expired is told so, with 401', async () => {
    const reply = await sendWith(`Bearer ${token(await api.make.user(), { exp: past() })}`);
    expect(reply).toFailWith('TOKEN_EXPIRED');
    expect(reply.status).toBe(401);
  });

  it.each([
    ['session has ended', 'update sessions set revoked_at = now() where user_id = $1'],
    ['session has expired', "update sessions set expires_at = now() - interval '1 s' where user_id = $1"],
    ['session is gone', 'delete from sessions where user_id = $1'],
    ['user is disabled', "update users set status = 'DISABLED' where id = $1"],
    ['user is gone', 'delete from users where id = $1'],
  ])('is revoked from the next request on when the %s', async (_why, change) => {
    const user = await api.make.user();
    expect(await api.as(user).send(Viewer)).toSucceed();
    await api.change(change, [user.id]);
    const reply = await api.as(user).send(Viewer);
    expect(reply).toFailWith('TOKEN_REVOKED');
    expect(reply.status).toBe(401);
  });

  it("is revoked when its session is another user's", async () => {
    const [user, other] = [await api.make.user(), await api.make.user()];
    const reply = await sendWith(`Bearer ${token(user, { sid: other.sessionId })}`);
    expect(reply).toFailWith('TOKEN_REVOKED');
  });

  it('gives the rights that the user has now, not those when it was made', async () => {
    const user = await api.make.user();
    const { id } = await api.make.post();
    const admin = { token: token(user, { role: 'ADMIN' }) };
    const email = async () => (await api.as(admin).send(AuthorEmail, { id })).data.post.author.email;
    expect(await email()).toBeNull();
    await api.change("update users set role = 'ADMIN' where id = $1", [user.id]);
    expect(await email()).toMatch(/@example\.org$/);
    await api.change("update users set role = 'USER' where id = $1", [user.id]);
    expect(await email()).toBeNull();
  });

  it('in the query string is ignored', async () => {
    const user = await api.make.user();
    const address = `${api.url}?access_token=${user.token}&token=${user.token}&authorization=${user.token}`;
    const body = JSON.stringify({ query: Viewer });
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(address, { method: 'POST', headers, body });
    expect(await response.json()).toEqual({ data: { viewer: null } });
  });
});

describe('a bad access token', () => {
  it.each([Viewer, Posts, '{ __typename }'])('is refused on the public query %s', async (query) => {
    const reply = await sendWith('Bearer x.y.z', query);
    expect(reply).toFailWith('UNAUTHENTICATED');
    expect(reply.status).toBe(401);
    expect(reply.data).toBeUndefined();
  });

  it('is refused on a GET', async () => {
    const address = `${api.url}?query=${encodeURIComponent(Posts)}`;
    const headers = { authorization: 'Bearer x.y.z', 'apollo-require-preflight': 'true' };
    const response = await fetch(address, { headers });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ errors: [{ message: invalidText }] });
  });

  it('makes nothing', async () => {
    const user = await api.make.user();
    const title = unique('Forged ');
    const forged = jwt.sign(accessClaims(user), 'another secret of at least 32 bytes!');
    const reply = await api.request(CreatePost, { input: { title, content: 'text' } }, forged);
    expect(reply.status).toBe(401);
    expect(await api.row('select 1 from posts where title = $1', [title])).toBeUndefined();
  });
});
