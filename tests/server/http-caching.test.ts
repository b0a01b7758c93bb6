import { createHash } from 'node:crypto';
import { useApi } from '../support/api.ts';
import { unique } from '../support/make.ts';

const api = useApi();

const PostById = 'query ($id: ID!) { post(id: $id) { title } viewer { id } }';
const sha256Hash = createHash('sha256').update(PostById).digest('hex');
const extensions = JSON.stringify({ persistedQuery: { version: 1, sha256Hash } });

type Headers = Record<string, string>;

/** Asks by GET, with the hash alone unless there is a query. */
async function get(parameters: Record<string, string>, headers: Headers = {}) {
  const search = new URLSearchParams({ extensions, ...parameters });
  // Caches of the client itself have no say.
  const reply = await fetch(`${api.url}?${search}`, {
    headers: { 'apollo-require-preflight': '1', ...headers },
    cache: 'no-store',
  });
  const text = await reply.text();
  return { status: reply.status, headers: reply.headers, body: text && JSON.parse(text) };
}

const variablesOf = ({ id }: { id: string }) => ({ variables: JSON.stringify({ id }) });
const etagOf = ({ headers }: { headers: globalThis.Headers }) => headers.get('etag') ?? 'none';

/** A reply's headers but for its own id and the time. */
const rest = ({ headers }: { headers: globalThis.Headers }) =>
  Object.fromEntries([...headers].filter(([name]) => !/^(x-request-id|date)$/.test(name)));

/** A post that is asked for by the hash of the query, which the server has learned. */
async function makePost() {
  const user = await api.make.user();
  const post = await api.make.post({ author_id: user.id });
  await get({ query: PostById, ...variablesOf(post) });
  return { user, post };
}

/** The same request again and again: through the pipeline first, ahead of it later. */
async function repeat<T>(ask: () => Promise<T>): Promise<T[]> {
  const replies: T[] = [];
  for (let n = 0; n < 6; n += 1) replies.push(await ask());
  return replies;
}

describe("a guest's GET of a persisted query", () => {
  it('is told to everyone, with an ETag', async () => {
    const { post } = await makePost();
    const replies = await repeat(() => get(variablesOf(post)));
    for (const reply of replies) {
      expect(reply.status).toBe(200);
      expect(reply.body.data).toEqual({ post: { title: post.title }, viewer: null });
      expect(reply.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
      expect(reply.headers.get('etag')).toMatch(/^W\/"[\w-]{27}"$/);
      expect(rest(reply)).toEqual(rest(replies[0] as typeof reply));
    }
  });

  it('is 304 without a body for who has the answer, until it changes', async () => {
    const { user, post } = await makePost();
    const before = etagOf(await get(variablesOf(post)));
    const ask = (tag: string) => get(variablesOf(post), { 'if-none-match': tag });
    for (const tag of [before, `"other", ${before}`, '*']) {
      const replies = await repeat(() => ask(tag));
      for (const reply of replies) {
        expect([reply.status, reply.body]).toEqual([304, '']);
        expect(etagOf(reply)).toBe(before);
        expect(rest(reply)).toEqual(rest(replies[0] as typeof reply));
      }
    }
    const title = unique('changed ');
    const update =
      'mutation ($id: ID!, $input: UpdatePostInput!) { updatePost(id: $id, input: $input) { id } }';
    await api.as(user).send(update, { id: post.id, input: { title } });
    const after = await ask(before);
    expect([after.status, after.body.data.post]).toEqual([200, { title }]);
    expect(etagOf(after)).not.toBe(before);
  });

  it('has the same ETag in every encoding, and on every process', async () => {
    const { post } = await makePost();
    const reply = await get(variablesOf(post));
    const other = await api.another({ FAST_PATH: 'off' });
    const url = `${other.url}?${new URLSearchParams({ query: PostById, ...variablesOf(post) })}`;
    expect(etagOf(await fetch(url, { headers: { 'apollo-require-preflight': '1' } }))).toBe(etagOf(reply));
  });

  it.each<[string, string, Headers]>([
    ['who is signed in', 'authorization', { authorization: 'Bearer x' }],
    ['who takes another encoding', 'accept-encoding', { 'accept-encoding': 'br' }],
    ['who wants another type', 'accept', { accept: 'application/graphql-response+json' }],
    ['who asks from another origin', 'origin', { origin: 'https://elsewhere.example' }],
  ])('is not for %s: Vary says so, whatever is answered', async (_who, name, headers) => {
    const { post } = await makePost();
    for (const reply of [
      ...(await repeat(() => get(variablesOf(post)))),
      await get(variablesOf(post), headers),
    ]) {
      expect(reply.headers.get('vary')?.toLowerCase().split(/, */)).toContain(name);
    }
  });
});

describe('nobody may keep', () => {
  const expectNotKept = (reply: { headers: globalThis.Headers }) => {
    expect(reply.headers.get('cache-control')).toBe('no-store');
    expect(reply.headers.get('etag')).toBeNull();
  };

  it("a viewer's answer, and it is never 304", async () => {
    const { user, post } = await makePost();
    const guests = etagOf(await get(variablesOf(post)));
    const headers = { authorization: `Bearer ${user.token}`, 'if-none-match': guests };
    for (const tag of [guests, '*']) {
      for (const reply of await repeat(() => get(variablesOf(post), { ...headers, 'if-none-match': tag }))) {
        expect(reply.body.data).toEqual({ post: { title: post.title }, viewer: { id: user.id } });
        expectNotKept(reply);
      }
    }
  });

  it("a POST's answer", async () => {
    const { post } = await makePost();
    const body = JSON.stringify({ query: PostById, variables: { id: post.id } });
    const headers = { 'content-type': 'application/json', 'if-none-match': '*' };
    for (const reply of await repeat(() => fetch(api.url, { method: 'POST', headers, body }))) {
      expect(reply.status).toBe(200);
      expectNotKept(reply);
    }
  });

  it.each<[string, Record<string, string>, Headers, number, string]>([
    [
      'an unknown hash',
      { extensions: extensions.replace(sha256Hash, '0'.repeat(64)) },
      {},
      200,
      'PERSISTED_QUERY_NOT_FOUND',
    ],
    [
      'a bad token',
      { query: '{ __typename }', extensions: '{}' },
      { authorization: 'Bearer x' },
      401,
      'UNAUTHENTICATED',
    ],
    [
      'a refused argument',
      { query: '{ posts(first: 0) { totalCount } }', extensions: '{}' },
      {},
      200,
      'BAD_USER_INPUT',
    ],
    ['a syntax error', { query: '{', extensions: '{}' }, {}, 400, 'GRAPHQL_PARSE_FAILED'],
    ['a mutation', { query: 'mutation { logout }', extensions: '{}' }, {}, 405, 'BAD_REQUEST'],
  ])('an error: %s', async (_what, parameters, headers, status, code) => {
    for (const reply of await repeat(() => get(parameters, { 'if-none-match': '*', ...headers }))) {
      expect([reply.status, reply.body.errors[0].extensions.code]).toEqual([status, code]);
      expectNotKept(reply);
    }
  });

  it('a mutation that was sent as a persisted query by POST', async () => {
    const user = await api.make.user();
    const query = 'mutation Leave { logout }';
    const hash = createHash('sha256').update(query).digest('hex');
    await api.as(user).send(query);
    const reply = await get({ query, extensions: extensions.replace(sha256Hash, hash) });
    expect([reply.status, reply.body.errors[0].extensions.code]).toEqual([405, 'BAD_REQUEST']);
  });
});
