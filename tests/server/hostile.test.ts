import { connect } from 'node:net';
import { type Reply, useApi } from '../support/api.ts';

const api = useApi();
const Posts = 'query ($filter: PostFilter) { posts(filter: $filter) { totalCount } }';
const Create = 'mutation ($input: CreatePostInput!) { createPost(input: $input) { content excerpt } }';

/** Sends bytes as they are and returns what comes back. */
function raw(text: string): Promise<string> {
  const { hostname, port } = new URL(api.running.url);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.end(text));
    socket.on('data', (chunk) => {
      answer += chunk.toString();
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

const nested = (levels: number): object => {
  let filter: object = { tag: 'ink' };
  for (let level = 0; level < levels; level += 1) filter = { not: filter };
  return filter;
};

describe('variables', () => {
  it.each([
    ['2,000 levels deep', () => nested(2_000)],
    ['of 20,000 empty conditions', () => ({ and: Array.from({ length: 20_000 }, () => ({})) })],
    ['of 900 empty conditions', () => ({ or: Array.from({ length: 900 }, () => ({})) })],
  ])('%s are refused', async (_kind, filter) => {
    expect(await api.send(Posts, { filter: filter() })).toFailWith('BAD_USER_INPUT');
  });
});

describe('a document', () => {
  const field = (index: number) => `a${index}: __typename`;
  const fields = (count: number) => Array.from({ length: count }, (_, index) => field(index)).join(' ');

  it.each([
    ['31 aliases', `{ posts { nodes { ${fields(31)} } } }`],
    ['31 aliases in a fragment', `{ posts { nodes { ...F } } } fragment F on Post { ${fields(31)} }`],
    ['11 fields at its root', `{ ${fields(11)} }`],
    ['5 mutations', `mutation { ${Array.from({ length: 5 }, (_, n) => `m${n}: logout`).join(' ')} }`],
  ])('with %s is refused', async (_what, query) => {
    const reply = await api.send(query);
    expect(reply).toFailWith('QUERY_TOO_COMPLEX');
    expect(reply.status).toBe(400);
  });

  it('with 30 aliases is answered', async () => {
    expect(await api.send(`{ posts { nodes { ${fields(30)} } } }`)).toSucceed();
  });

  it('with a password of a wrong type does not get it back', async () => {
    const reply = await api.send(
      'mutation { login(input: { username: "a", password: 987654321 }) { accessToken } }',
    );
    expect(reply).toFailWith('GRAPHQL_VALIDATION_FAILED');
    expect(JSON.stringify(reply.errors)).not.toMatch(/987654321/);
  });
});

describe('content', () => {
  it.each([
    ['quotes', '>'.repeat(4_000)],
    ['lists', `${'- '.repeat(1_990)}x`],
    ['numbers', `${'1. '.repeat(1_300)}x`],
    ['both', `${'>- '.repeat(1_300)}x`],
    ['brackets', '['.repeat(4_000)],
    ['stars', `${'*a '.repeat(1_000)}${'b* '.repeat(300)}`],
    ['indented lists', Array.from({ length: 80 }, (_, n) => `${' '.repeat(n)}- a`).join('\n')],
  ])('of %s within one another is saved as it is', async (_kind, content) => {
    const user = api.as(await api.make.user());
    const reply = await user.send(Create, { input: { title: 'Hostile', content } });
    expect(reply).toSucceed();
    expect(reply.data.createPost.content).toBe(content);
  });
});

describe('a request', () => {
  it.each([
    ['an odd Host', 'GET /graphql HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n', 400],
    ['no Host', 'GET /graphql HTTP/1.0\r\n\r\n', 400],
    ['an odd address', 'GET /graphql/%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 400],
    ['no HTTP', 'HELLO\r\n\r\n', 400],
    ['large headers', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
  ])('with %s is refused in JSON', async (_kind, text, status) => {
    const [head, body] = (await raw(text)).split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    const { errors } = JSON.parse(body ?? '') as Reply;
    expect(errors?.[0]?.extensions.code).toBe('BAD_REQUEST');
  });

  it.each(['/graphql/', '/graphql/x', '/assets/nothing.js'])('of a page at %s gets JSON', async (path) => {
    const reply = await fetch(`${api.running.url}${path}`, { headers: { accept: 'text/html' } });
    expect(reply.status).toBe(404);
    expect(reply.headers.get('content-type')).toMatch(/json/);
  });
});
