import { useApi } from '../support/api.ts';
import type { TestUser } from '../support/make.ts';
import { type Running, startInkstone } from '../support/process.ts';
import { differenceOf, isQuery, type Sent } from '../support/sameness.ts';
import { webOperations } from '../support/web-operations.ts';

const api = useApi();
let slow: Running;
let author: TestUser;
let variables: object;

beforeAll(async () => {
  slow = await startInkstone({ ...api.settings, FAST_PATH: 'off' });
  author = await api.make.user();
  const post = await api.make.post({ author_id: author.id });
  const draft = await api.make.draft({ author_id: author.id });
  await api.make.tag(undefined, [post.id, draft.id]);
  variables = { slug: post.slug, id: draft.id, first: 3, filter: { authorId: author.id } };
});
afterAll(() => slow.stop());

const difference = (sent: Sent) => differenceOf(slow.url, api.running.url, sent);

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
  'lists below rows':
    '{ posts(first: 3) { nodes { author { posts(first: 1) { totalCount nodes { id } } all: posts(orderBy: OLDEST) { edges { cursor node { title } } } } } } }',
  'a refused argument below rows': '{ posts { nodes { author { posts(first: 0) { totalCount } } } } }',
  'a refused argument': '{ posts(first: 0) { totalCount } viewer { id } }',
  'one refused field of many': '{ posts { nodes { id excerpt(length: 0) } } }',
  'a missing post': '{ post(slug: "nothing") { id } }',
  'both arguments': '{ post(slug: "a", id: "b") { id } }',
  'a missing variable': 'query ($id: ID!) { post(id: $id) { id } }',
  'an unknown field': '{ posts { nothing } }',
  'a syntax error': '{ viewer {',
  'too many tokens': `{ ${'__typename '.repeat(2_000)} }`,
  'too many aliases': `{ posts { nodes { ${Array.from({ length: 31 }, (_, n) => `a${n}: id`).join(' ')} } } }`,
  'two operations': 'query A { __typename } query B { viewer { id } }',
  'nothing but a fragment': 'fragment A on Post { id }',
  'no operation': '',
  'an empty filter': '{ posts(filter: {}) { nodes { id } } }',
  'what a guest may not see': '{ posts { nodes { author { email } viewerCanEdit viewerCanDelete } } }',
};

describe('with and without the fast path', () => {
  // The queries of the other tests are compared as well, at the end of each file: see `compareWithFastPath`.
  const web = [...webOperations()].filter(([, query]) => isQuery({ query }));

  it.each([...web, ...Object.entries(odd)])(
    'the answer is the same to the byte: %s',
    async (_name, query) => {
      expect(await difference({ query, variables })).toBeUndefined();
      expect(await difference({ query, variables, token: author.token })).toBeUndefined();
    },
  );

  it.each([{ id: 5 }, { id: null }, {}, { id: ['x'] }, { id: { a: 1 } }])(
    'wrong variables are the same: %j',
    async (wrong) => {
      const query = 'query ($id: ID!) { post(id: $id) { id } }';
      expect(await difference({ query, variables: wrong })).toBeUndefined();
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
  ])('wrong or odd values are the same: %j', async (odd) => {
    const query = `query ($first: Int, $filter: PostFilter, $orderBy: PostOrder, $no: Boolean = false) {
      posts(first: $first, filter: $filter, orderBy: $orderBy) { totalCount @skip(if: $no) }
    }`;
    expect(await difference({ query, variables: odd })).toBeUndefined();
  });
});
