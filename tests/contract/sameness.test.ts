import { useApi } from '../support/api.ts';
import { type Running, startInkstone } from '../support/process.ts';
import { webQueries } from '../support/web-queries.ts';

const api = useApi();
let slow: Running;

beforeAll(async () => {
  const { DATABASE_URL, JWT_SECRET } = api.settings;
  slow = await startInkstone({ DATABASE_URL, JWT_SECRET, FAST_PATH: 'off' });
});
afterAll(() => slow.stop());

type Request = { query: string; operationName?: string; variables?: object };

/** The answer's status and bytes, but for the request's own id. */
async function answer(url: string, request: Request, token?: string): Promise<string> {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const reply = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify(request) });
  return `${reply.status} ${(await reply.text()).replace(/"requestId":"[^"]*"/g, '')}`;
}

const odd: Record<string, string> = {
  aliases: '{ a: posts(first: 1) { nodes { x: title y: title } } b: posts(first: 2) { nodes { title } } }',
  fragments:
    'query { posts { ...P } } fragment P on PostConnection { nodes { ... on Post { id ...A } } } fragment A on Post { author { id } }',
  interfaces: '{ posts { nodes { ... on Node { id __typename } } __typename } }',
  skipped:
    'query ($no: Boolean = false) { posts { nodes { id title @include(if: $no) tags @skip(if: true) { id } } } }',
  'only a count': '{ posts { totalCount } }',
  'only the page': '{ posts(first: 1) { pageInfo { hasNextPage endCursor } } }',
  'an excerpt twice': '{ posts { nodes { short: excerpt(length: 5) long: excerpt(length: 300) } } }',
  'a refused argument': '{ posts(first: 0) { totalCount } viewer { id } }',
  'one refused field of many': '{ posts { nodes { id excerpt(length: 0) } } }',
  'a missing post': '{ post(slug: "nothing") { id } }',
  'both arguments': '{ post(slug: "a", id: "b") { id } }',
  'a missing variable': 'query ($id: ID!) { post(id: $id) { id } }',
  'an unknown field': '{ posts { nothing } }',
  'an empty filter': '{ posts(filter: {}) { nodes { id } } }',
  'what a guest may not see': '{ posts { nodes { author { email } viewerCanEdit viewerCanDelete } } }',
};

describe('with and without the fast path', () => {
  const requests = [...webQueries().map(({ name, query }) => [name, query] as const), ...Object.entries(odd)];

  it.each(requests)('the answer is the same to the byte: %s', async (_name, query) => {
    const author = await api.make.user();
    const posts = [
      await api.make.post({ author_id: author.id }),
      await api.make.draft({ author_id: author.id }),
    ];
    await api.make.tag(
      undefined,
      posts.map((post) => post.id),
    );
    const variables = { slug: posts[0]?.slug, id: posts[1]?.id, first: 3, filter: { authorId: author.id } };
    for (const token of [undefined, author.token]) {
      const reference = await answer(slow.url, { query, variables }, token);
      // The first answers come before the document is compiled.
      for (let n = 0; n < 5; n += 1) {
        expect(await answer(api.running.url, { query, variables }, token)).toBe(reference);
      }
    }
  });

  it.each([{ id: 5 }, { id: null }, {}, { id: ['x'] }, { id: { a: 1 } }])(
    'wrong variables are the same: %j',
    async (variables) => {
      const query = 'query ($id: ID!) { post(id: $id) { id } }';
      const reference = await answer(slow.url, { query, variables });
      for (let n = 0; n < 5; n += 1)
        expect(await answer(api.running.url, { query, variables })).toBe(reference);
    },
  );

  it.each([
    { filter: 5 },
    { filter: { nothing: 1 } },
    { filter: { not: { not: 'x' } } },
    { filter: { ids: 'x' } },
    { filter: [{}] },
    { orderBy: 'newest' },
    { orderBy: null },
    { first: 1.5 },
    { first: '1' },
    { first: 2 ** 31 },
    { no: null },
    { no: 'true' },
  ])('wrong or odd values are the same: %j', async (variables) => {
    const query = `query ($first: Int, $filter: PostFilter, $orderBy: PostOrder, $no: Boolean = false) {
      posts(first: $first, filter: $filter, orderBy: $orderBy) { totalCount @skip(if: $no) }
    }`;
    const reference = await answer(slow.url, { query, variables });
    for (let n = 0; n < 5; n += 1)
      expect(await answer(api.running.url, { query, variables })).toBe(reference);
  });
});
