import { useApi } from '../support/api.ts';
import type { TestUser } from '../support/make.ts';

const api = useApi();

const Search = `query ($query: String!, $first: Int, $after: String) {
  searchPosts(query: $query, first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges { cursor node { title } }
  }
}`;

let writer: TestUser;

beforeAll(async () => {
  writer = await api.make.user();
});

/** Posts that all have a word, in their texts or, some, in their titles. */
async function makePosts(word: string, count: number): Promise<string[]> {
  const titles = Array.from({ length: count }, (_, n) => (n % 3 ? `Number ${n}` : `Number ${n} of ${word}`));
  for (const title of titles)
    await api.make.post({ title, content: `${word} `.repeat(1 + (title.length % 4)), author_id: writer.id });
  return titles;
}

async function pageAfter(query: string, after: string | null, first = 4) {
  const reply = await api.send(Search, { query, first, after });
  expect(reply).toSucceed();
  return reply.data.searchPosts;
}

describe('pages of a search', () => {
  it('have every post once, though better and worse ones come meanwhile', async () => {
    const titles = await makePosts('heron', 14);
    const seen: string[] = [];
    let page = await pageAfter('heron', null);
    expect(page.totalCount).toBe(14);
    expect(page.pageInfo.hasPreviousPage).toBe(false);
    for (let n = 0; ; n += 1) {
      seen.push(...page.edges.map((edge: { node: { title: string } }) => edge.node.title));
      expect(page.pageInfo.endCursor).toBe(page.edges.at(-1).cursor);
      if (!page.pageInfo.hasNextPage) break;
      await api.make.post({ title: `Heron, heron ${n}`, author_id: writer.id });
      page = await pageAfter('heron', page.pageInfo.endCursor);
      expect(page.pageInfo.hasPreviousPage).toBe(true);
    }
    expect(seen.filter((title) => titles.includes(title)).toSorted()).toEqual(titles.toSorted());
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('of similar words go on with similar words', async () => {
    await makePosts('kingfisher', 6);
    const first = await pageAfter('kingfishr', null, 4);
    const second = await pageAfter('kingfishr', first.pageInfo.endCursor, 4);
    expect([first.totalCount, first.edges.length, second.edges.length]).toEqual([6, 4, 2]);
    const titles = [...first.edges, ...second.edges].map((edge) => edge.node.title);
    expect(new Set(titles).size).toBe(6);
  });

  it('refuse cursors of other searches and lists, and impossible sizes', async () => {
    await makePosts('osprey', 3);
    const { pageInfo } = await pageAfter('osprey', null, 1);
    const { data } = await api.send('{ posts(first: 1) { pageInfo { endCursor } } }');
    const foreign = [data.posts.pageInfo.endCursor, 'x', '', Buffer.from('search 1 1').toString('base64url')];
    for (const after of foreign) {
      expect(await api.send(Search, { query: 'osprey', after })).toFailWith('BAD_USER_INPUT', ['after']);
    }
    const other = await api.send(Search, { query: 'heron', after: pageInfo.endCursor });
    expect(other).toFailWith('BAD_USER_INPUT', ['after']);
    for (const first of [0, -1, 101]) {
      expect(await api.send(Search, { query: 'osprey', first })).toFailWith('BAD_USER_INPUT', ['first']);
      expect(await api.send(Search, { query: '%', first })).toFailWith('BAD_USER_INPUT', ['first']);
    }
  });

  it('say how many there are without being asked for posts', async () => {
    const reply = await api.send('{ searchPosts(query: "osprey") { totalCount } }');
    expect(reply.data.searchPosts.totalCount).toBe(3);
  });
});
