import { type Reply, useApi } from '../support/api.ts';

const api = useApi({ CORS_ORIGINS: 'https://app.example.org' });

const json = { 'content-type': 'application/json' };
const query = (text: string) => JSON.stringify({ query: text });

/** Sends anything to any path of the server. */
async function send(path: string, init: RequestInit = {}): Promise<Reply> {
  const response = await fetch(`${api.running.url}${path}`, init);
  const answer = (await response.json()) as Pick<Reply, 'data' | 'errors'>;
  return { status: response.status, headers: response.headers, ...answer };
}

const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = json) =>
  send('/graphql', { method: 'POST', headers, body });

describe('a refused request', () => {
  it.each([
    ['broken JSON', 400, 'BAD_REQUEST', () => post('{"query":')],
    ['no body', 400, 'BAD_REQUEST', () => post('')],
    ['no query', 400, 'BAD_REQUEST', () => post('{}')],
    ['a batch', 400, 'BAD_REQUEST', () => post(`[${query('{ __typename }')}]`)],
    ['a syntax error', 400, 'GRAPHQL_PARSE_FAILED', () => post(query('{ viewer {'))],
    ['an unknown field', 400, 'GRAPHQL_VALIDATION_FAILED', () => post(query('{ nothing }'))],
    [
      'an unknown operation',
      400,
      'OPERATION_RESOLUTION_FAILURE',
      () => post('{"query":"query A { __typename }","operationName":"B"}'),
    ],
    ['too many tokens', 400, 'GRAPHQL_PARSE_FAILED', () => post(query(`{ ${'__typename '.repeat(2_000)} }`))],
    [
      'a body of 150 kB',
      413,
      'PAYLOAD_TOO_LARGE',
      () => post(query(`{ __typename } #${'x'.repeat(150_000)}`)),
    ],
    [
      'a form',
      415,
      'UNSUPPORTED_MEDIA_TYPE',
      () => post('query=x', { 'content-type': 'application/x-www-form-urlencoded' }),
    ],
    [
      'plain text',
      415,
      'UNSUPPORTED_MEDIA_TYPE',
      () => post(query('{ __typename }'), { 'content-type': 'text/plain' }),
    ],
    [
      'another charset',
      415,
      'UNSUPPORTED_MEDIA_TYPE',
      () => post(query('{ __typename }'), { 'content-type': 'application/json; charset=utf-16' }),
    ],
    [
      'a compressed body',
      415,
      'UNSUPPORTED_MEDIA_TYPE',
      () => post(new Uint8Array([31, 139, 8, 0]), { ...json, 'content-encoding': 'gzip' }),
    ],
    ['a GET without the preflight header', 400, 'BAD_REQUEST', () => send('/graphql?query={__typename}')],
    [
      'a mutation by GET',
      405,
      'BAD_REQUEST',
      () => send('/graphql?query=mutation{logout}', { headers: { 'apollo-require-preflight': '1' } }),
    ],
    ['PUT', 405, 'BAD_REQUEST', () => send('/graphql', { method: 'PUT', headers: json, body: '{}' })],
    ['DELETE', 405, 'BAD_REQUEST', () => send('/graphql', { method: 'DELETE' })],
    ['an unknown path', 404, 'NOT_FOUND', () => send('/nowhere')],
  ])('for %s is JSON with status %i and code %s', async (_what, status, code, ask) => {
    const reply = await ask();
    expect(reply).toFailWith(code);
    expect(reply.status).toBe(status);
    expect(reply.headers.get('content-type')).toMatch(/json/);
    expect(reply.errors?.[0]?.extensions.requestId).toBe(reply.headers.get('x-request-id'));
    expect(JSON.stringify(reply.errors)).not.toMatch(/node_modules|\.js:|stack/);
  });

  it('says which methods and which header help', async () => {
    expect(
      (await send('/graphql', { method: 'PUT', headers: json, body: '{}' })).headers.get('allow'),
    ).toMatch(/POST/);
    expect((await send('/graphql?query={__typename}')).errors?.[0]?.message).toMatch(
      /apollo-require-preflight/,
    );
  });

  it('does not echo values of a wrong type, but names their places', async () => {
    const Login = 'mutation ($input: LoginInput!) { login(input: $input) { accessToken } }';
    const reply = await api.send(Login, { input: { username: 'me', password: { secret: 'hush hush' } } });
    expect(reply).toFailWith('BAD_USER_INPUT', ['input', 'password']);
    expect(reply.status).toBe(400);
    expect(JSON.stringify(reply.errors)).not.toMatch(/hush/);
  });

  it('has at most ten errors and 20 kB', async () => {
    const reply = await post(
      query(`{ ${Array.from({ length: 300 }, (_, i) => `f${'x'.repeat(200)}${i}`).join(' ')} }`),
    );
    expect(reply.errors?.length).toBe(10);
    expect(JSON.stringify(reply.errors).length).toBeLessThan(20_000);
  });
});

describe('an answer', () => {
  it('may be asked for by GET with the preflight header', async () => {
    const reply = await send('/graphql?query={__typename}', { headers: { 'apollo-require-preflight': '1' } });
    expect(reply.data).toEqual({ __typename: 'Query' });
  });

  it('carries security headers and is not stored', async () => {
    const { headers } = await api.send('{ viewer { id } }');
    expect(headers.get('cache-control')).toMatch(/no-store/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it("keeps a proxy's request id and replaces an odd one", async () => {
    const ask = (id: string) => post(query('{ __typename }'), { ...json, 'x-request-id': id });
    expect((await ask('trace-1234-abcd')).headers.get('x-request-id')).toBe('trace-1234-abcd');
    expect((await ask('<script>')).headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('may be read by the listed origins only', async () => {
    const from = async (origin: string) =>
      (await post(query('{ __typename }'), { ...json, origin })).headers.get('access-control-allow-origin');
    expect(await from('https://app.example.org')).toBe('https://app.example.org');
    expect(await from('https://app.example.org.evil.example')).toBeNull();
    expect(await from('null')).toBeNull();
  });

  it('is logged in one line with operation, viewer, duration and statements', async () => {
    const user = await api.make.user();
    const reply = await api.as(user).send('query WhoAmI { viewer { id } }');
    const [line, ...others] = await api.logOf(reply);
    expect(others).toEqual([]);
    expect(line).toMatchObject({
      operation: 'WhoAmI',
      viewer: user.id,
      status: 200,
      method: 'POST',
      statements: 1,
    });
    expect(line?.ms).toEqual(expect.any(Number));
  });
});

describe('a bug', () => {
  it('is masked, and logged with the same request id and a stack', async () => {
    await api.db.query('alter table posts rename to posts_elsewhere');
    const reply = await api.send('{ posts { nodes { id } } }');
    await api.db.query('alter table posts_elsewhere rename to posts');
    expect(reply).toFailWith('INTERNAL_SERVER_ERROR');
    expect(reply.errors?.[0]?.message).toBe('Internal server error');
    const lines = await api.logOf(reply);
    expect(JSON.stringify(lines[0])).toMatch(/does not exist.*stack/);
  });
});
