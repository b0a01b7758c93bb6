import { useApi } from '../support/api.ts';
import { type TestUser, unique } from '../support/make.ts';

const api = useApi();
const Posts = `query ($filter: PostFilter, $orderBy: PostOrder) {
  posts(filter: $filter, orderBy: $orderBy, first: 100) {
    totalCount nodes { title } edges { node { title } }
  }
}`;
type Send = typeof api.send;
const listed = async (filter: object, send: Send = api.send, orderBy?: string): Promise<string[]> => {
  const reply = await send(Posts, { filter, orderBy });
  expect(reply).toSucceed();
  const { totalCount, nodes, edges } = reply.data.posts;
  const titles = nodes.map((node: { title: string }) => node.title);
  expect(edges.map((edge: { node: { title: string } }) => edge.node.title)).toEqual(titles);
  expect(totalCount).toBe(titles.length);
  return titles;
};

/** An author with posts of these titles, the first published first. */
const library = async (...titles: string[]) => {
  const author = await api.make.user();
  const ids: string[] = [];
  for (const [index, title] of titles.entries()) {
    const published_at = new Date(Date.UTC(2024, 0, index + 1));
    ids.push((await api.make.post({ author_id: author.id, title, published_at })).id);
  }
  const find = (filter: object) => listed({ and: [{ authorId: author.id }, filter] });
  return { author, ids, find };
};
const withDraft = async () => {
  const { author, ids } = await library('open');
  await api.make.draft({ author_id: author.id, title: 'hidden' });
  return { author, ids };
};

describe('posts', () => {
  it('lists what everyone may read, latest first', async () => {
    await api.change('truncate posts cascade');
    const { author } = await library('one', 'two', 'three');
    await api.make.draft({ author_id: author.id });
    expect(await listed({})).toEqual(['three', 'two', 'one']);
  });

  it.each([
    ['NEWEST', ['three', 'two', 'one']],
    ['OLDEST', ['one', 'two', 'three']],
    ['RECENTLY_UPDATED', ['one', 'three', 'two']],
    [null, ['three', 'two', 'one']],
  ])('comes in the order %s', async (orderBy, titles) => {
    const { author, ids } = await library('one', 'two', 'three');
    const touched = `update posts set updated_at = case when id = $1 then now() else published_at end
      where author_id = $2`;
    await api.change(touched, [ids[0], author.id]);
    expect(await listed({ authorId: author.id }, api.send, orderBy as string)).toEqual(titles);
  });

  it('shows drafts to their author only', async () => {
    const { author } = await withDraft();
    const filter = { authorId: author.id };
    expect(await listed(filter)).toEqual(['open']);
    expect(await listed(filter, api.as(await api.make.user()).send)).toEqual(['open']);
    expect(await listed(filter, api.as(author).send)).toEqual(['hidden', 'open']);
  });

  it.each([
    ['status', () => ({ status: ['DRAFT'] })],
    ['both states', () => ({ status: ['DRAFT', 'PUBLISHED'], titleContains: 'hidden' })],
    ['negation', () => ({ not: { status: ['PUBLISHED'] } })],
    ['an alternative', () => ({ or: [{ status: ['DRAFT'] }, { titleContains: 'hidden' }] })],
    ['its author', (author: TestUser) => ({ authorId: author.id, not: { titleContains: 'open' } })],
    ['double negation', () => ({ not: { not: { status: ['DRAFT'] } } })],
  ])("never shows a stranger's draft by %s", async (_how, filter) => {
    const { author } = await withDraft();
    const stranger = api.as(await api.make.user());
    expect(await listed(filter(author))).not.toContain('hidden');
    expect(await listed(filter(author), stranger.send)).not.toContain('hidden');
    expect(await listed(filter(author), api.as(author).send)).toContain('hidden');
  });

  it("never shows a stranger's draft by its id", async () => {
    const author = await api.make.user();
    const { id, title } = await api.make.draft({ author_id: author.id });
    expect(await listed({ ids: [id] })).toEqual([]);
    expect(await listed({ ids: [id] }, api.as(author).send)).toEqual([title]);
  });
});

describe('a filter of posts', () => {
  it('finds by ids, unknown and malformed ones among them', async () => {
    const { ids, find } = await library('one', 'two', 'three');
    const wanted = [ids[0], 'no id', '', ids[2], '01a1fc07-45b9-7102-8ac4-232457dc8e35'];
    expect(await find({ ids: wanted })).toEqual(['three', 'one']);
  });

  it('finds by tag: its name in any case, or its slug', async () => {
    const { ids, find } = await library('one', 'two');
    const tag = await api.make.tag(unique('Tag'), ids.slice(0, 1));
    await api.make.tag(unique('Other'), ids);
    expect(await find({ tag: tag.name })).toEqual(['one']);
    expect(await find({ tag: ` ${tag.name.toUpperCase()} ` })).toEqual(['one']);
    expect(await find({ tag: tag.slug })).toEqual(['one']);
    expect(await find({ not: { tag: tag.name } })).toEqual(['two']);
    expect(await find({ tag: unique('unknown') })).toEqual([]);
  });

  it('finds by the time of publication: from the first moment, up to the second', async () => {
    const { find } = await library('1st', '2nd', '3rd');
    const [from, to] = ['2024-01-02T00:00:00Z', '2024-01-03T00:00:00Z'];
    expect(await find({ publishedAfter: from })).toEqual(['3rd', '2nd']);
    expect(await find({ publishedBefore: to })).toEqual(['2nd', '1st']);
    expect(await find({ publishedAfter: from, publishedBefore: to })).toEqual(['2nd']);
    expect(await find({ publishedAfter: '2024-01-03T01:00:00+02:00' })).toEqual(['3rd']);
  });

  it('takes a draft for not published at any time', async () => {
    const { author } = await withDraft();
    const always = { publishedAfter: '1970-01-01T00:00:00Z' };
    const send = api.as(author).send;
    expect(await listed({ authorId: author.id, ...always }, send)).toEqual(['open']);
    expect(await listed({ authorId: author.id, not: always }, send)).toEqual(['hidden']);
  });

  it.each(['0000-01-01T00:00:00Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z'])(
    'takes the moment %s',
    async (moment) => {
      const { find } = await library('now');
      const both = await Promise.all([find({ publishedAfter: moment }), find({ publishedBefore: moment })]);
      expect(both.flat()).toEqual(['now']);
    },
  );

  it.each([
    ['and', { and: [{ titleContains: 'o' }, { titleContains: 'e' }] }, ['one']],
    ['or', { or: [{ titleContains: 'one' }, { titleContains: 'two' }] }, ['two', 'one']],
    ['not', { not: { titleContains: 'two' } }, ['three', 'one']],
    ['conditions side by side', { titleContains: 'o', not: { titleContains: 'w' } }, ['one']],
    ['nesting', { or: [{ and: [{ titleContains: 't' }, { not: { titleContains: 'w' } }] }] }, ['three']],
    ['an and of nothing', { and: [] }, ['three', 'two', 'one']],
    ['an or of nothing', { or: [] }, []],
    ['a not of nothing', { not: {} }, []],
    ['no ids', { ids: [] }, []],
    ['not no ids', { not: { ids: [] } }, ['three', 'two', 'one']],
    ['no status', { status: [] }, []],
    ['an author who is no id', { authorId: 'nobody' }, []],
    ['not such an author', { not: { authorId: 'nobody' } }, ['three', 'two', 'one']],
    ['empty text', { titleContains: '' }, ['three', 'two', 'one']],
    ['nulls', { and: null, ids: null, tag: null, titleContains: null }, ['three', 'two', 'one']],
  ])('understands %s', async (_what, filter, titles) => {
    const { find } = await library('one', 'two', 'three');
    expect(await find(filter)).toEqual(titles);
  });

  it.each([
    ['100% soot', '%', ['100% soot']],
    ['snake_case', 'e_c', ['snake_case']],
    ['back\\slash', 'k\\s', ['back\\slash']],
    ["it's", "'s", ["it's"]],
    ['say "ink"', '"ink"', ['say "ink"']],
    ['ÉTÉ à Paris', 'été À', ['ÉTÉ à Paris']],
    ['墨石与水', '石与', ['墨石与水']],
    ['a 🖋 pen', '🖋', ['a 🖋 pen']],
    ['plain', '%', []],
    ['plain', 'p_ain', []],
    ['plain', 'p%n', []],
    ['plain', '\\', []],
    ['plain', '$1 ? :x', []],
  ])('looks in the title %j for %j literally', async (title, text, titles) => {
    const { find } = await library(title);
    expect(await find({ titleContains: text })).toEqual(titles);
  });
});
