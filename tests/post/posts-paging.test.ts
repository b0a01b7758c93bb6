import { useApi } from '../support/api.ts';

const api = useApi();
const Posts = `query ($author: ID, $orderBy: PostOrder, $first: Int, $after: String, $last: Int, $before: String) {
  posts(filter: { authorId: $author }, orderBy: $orderBy,
        first: $first, after: $after, last: $last, before: $before) {
    edges { cursor node { title } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    totalCount
  }
}`;

type Arguments = Record<string, unknown>;
type Page = {
  edges: { cursor: string; node: { title: string } }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
  totalCount: number;
};

/** An author of `count` posts, titled 0, 1, 2 …, all published at the same moment unless told otherwise. */
const shelf = async (count: number, timeOf = (_index: number) => Date.UTC(2024, 0, 1)) => {
  const { id: author } = await api.make.user();
  const put = (title: string, time: number) =>
    api.make.post({ author_id: author, title, published_at: new Date(time), updated_at: new Date(time) });
  for (let index = 0; index < count; index += 1) await put(`${index}`, timeOf(index));
  const page = async (args: Arguments): Promise<Page> => {
    const reply = await api.send(Posts, { author, ...args });
    expect(reply).toSucceed();
    return reply.data.posts;
  };
  return { author, put, page };
};
const titles = (page: Page) => page.edges.map((edge) => edge.node.title);
const daily = (index: number) => Date.UTC(2024, 0, 1 + index);
const newestFirst = (count: number) => Array.from({ length: count }, (_, index) => `${count - 1 - index}`);

/** All pages of a list, one after the other. */
async function walk(page: (args: Arguments) => Promise<Page>, args: Arguments, between = async () => {}) {
  const pages: string[][] = [];
  const backward = args.last !== undefined;
  for (let cursor: string | undefined, more = true; more && pages.length < 50; ) {
    const { pageInfo, ...part } = await page({ ...args, [backward ? 'before' : 'after']: cursor });
    pages.push(titles({ pageInfo, ...part }));
    cursor = backward ? pageInfo.startCursor : pageInfo.endCursor;
    more = backward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage;
    await between();
  }
  return pages;
}

describe('paging through posts', () => {
  it.each(['NEWEST', 'OLDEST', 'RECENTLY_UPDATED'])(
    'meets each of many posts of one moment once, forward and backward, in order %s',
    async (orderBy) => {
      const { page } = await shelf(11);
      const all = titles(await page({ orderBy }));
      expect(all.toSorted()).toEqual(newestFirst(11).toSorted());
      expect((await walk(page, { orderBy, first: 3 })).flat()).toEqual(all);
      expect((await walk(page, { orderBy, last: 3 })).toReversed().flat()).toEqual(all);
    },
  );

  it('goes forward in pages', async () => {
    const { page } = await shelf(5, daily);
    expect(await walk(page, { first: 2 })).toEqual([['4', '3'], ['2', '1'], ['0']]);
  });

  it('goes backward in pages that are in the order of the list', async () => {
    const { page } = await shelf(5, daily);
    expect(await walk(page, { last: 2 })).toEqual([['1', '0'], ['3', '2'], ['4']]);
  });

  it('says where a page stands', async () => {
    const { page } = await shelf(4, daily);
    const first = await page({ first: 2 });
    const [start, end] = first.edges.map((edge) => edge.cursor);
    const info = { startCursor: start, endCursor: end, hasNextPage: true, hasPreviousPage: false };
    expect(first.pageInfo).toEqual(info);
    const second = await page({ first: 2, after: end });
    expect(second.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    const back = await page({ last: 2, before: second.pageInfo.startCursor });
    expect(back.pageInfo).toEqual({ ...info, hasNextPage: true });
  });

  it('has null cursors on an empty page', async () => {
    const { page } = await shelf(0);
    expect(await page({})).toEqual({
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
      totalCount: 0,
    });
  });

  it('has no next page when the last one is exactly full', async () => {
    const { page } = await shelf(4, daily);
    expect(await walk(page, { first: 2 })).toEqual([
      ['3', '2'],
      ['1', '0'],
    ]);
  });

  it('has 20 posts when no size is given', async () => {
    const { page } = await shelf(21, daily);
    expect(titles(await page({}))).toEqual(newestFirst(21).slice(0, 20));
    expect(titles(await page({ first: null, after: null }))).toHaveLength(20);
  });

  it('stays between two cursors when both are given', async () => {
    const { page } = await shelf(6, daily);
    const cursors = (await page({})).edges.map((edge) => edge.cursor);
    expect(titles(await page({ after: cursors[0], before: cursors[4] }))).toEqual(['4', '3', '2']);
    expect(titles(await page({ after: cursors[0], before: cursors[4], last: 2 }))).toEqual(['3', '2']);
    expect(titles(await page({ after: cursors[4], before: cursors[0] }))).toEqual([]);
  });

  it('counts the whole list on every page', async () => {
    const { page } = await shelf(7);
    const { totalCount, pageInfo } = await page({ first: 2 });
    expect(totalCount).toBe(7);
    expect((await page({ first: 2, after: pageInfo.endCursor })).totalCount).toBe(7);
    expect((await page({ last: 1 })).totalCount).toBe(7);
  });

  it('neither repeats nor skips a post while others are written', async () => {
    const { page, put } = await shelf(9);
    const before = titles(await page({}));
    const write = async () => {
      await Promise.all([put('newer', Date.now()), put('same', daily(0)), put('older', daily(-9))]);
    };
    const met = (await walk(page, { first: 2 }, write)).flat();
    expect(met.filter((title) => before.includes(title))).toEqual(before);
  });

  it('goes on after a cursor whose post is gone', async () => {
    const { author, page } = await shelf(4, daily);
    const { pageInfo } = await page({ first: 2 });
    await api.change("delete from posts where author_id = $1 and title = '2'", [author]);
    expect(titles(await page({ first: 2, after: pageInfo.endCursor }))).toEqual(['1', '0']);
  });

  it('takes a cursor for another reader of the same list', async () => {
    const { author, page } = await shelf(3, daily);
    const { pageInfo } = await page({ first: 1 });
    const reader = api.as(await api.make.user());
    const reply = await reader.send(Posts, { author, after: pageInfo.endCursor });
    expect(titles(reply.data.posts)).toEqual(['1', '0']);
  });
});
