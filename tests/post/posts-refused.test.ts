import { useApi } from '../support/api.ts';

const api = useApi();
const Posts = 'query ($filter: PostFilter) { posts(filter: $filter) { totalCount nodes { id } } }';
const Ordered = 'query ($orderBy: PostOrder) { posts(orderBy: $orderBy) { totalCount } }';

const id = '01a1fc07-45b9-7102-8ac4-232457dc8e35';
const nested = (levels: number): object => (levels === 1 ? { tag: 'ink' } : { not: nested(levels - 1) });
const conditions = (count: number) => ({ and: Array.from({ length: count - 1 }, () => ({ tag: 'ink' })) });

describe('a filter of posts', () => {
  it.each([
    ['5 levels', nested(5)],
    ['50 conditions, of tags that a post must all have', conditions(50)],
    ['100 ids', { ids: Array(100).fill(id) }],
    ['a text of 200 characters', { titleContains: '🖋'.repeat(200) }],
    ['a tag of 5,000 characters', { tag: 't'.repeat(5_000) }],
  ])('may have %s', async (_size, filter) => {
    const reply = await api.send(Posts, { filter });
    expect(reply).toSucceed();
    expect(reply.data.posts.totalCount).toBe(0);
  });

  it.each([
    ['6 levels', nested(6), ['filter']],
    ['30 levels', nested(30), ['filter']],
    ['51 conditions', conditions(51), ['filter']],
    ['101 ids', { ids: Array(101).fill(id) }, ['filter', 'ids']],
    ['a text of 201 characters', { titleContains: 't'.repeat(201) }, ['filter', 'titleContains']],
  ])('may not have %s', async (_size, filter, path) => {
    expect(await api.send(Posts, { filter })).toFailWith('BAD_USER_INPUT', path);
  });

  it.each([
    ['an unknown field', { passwordHash: 'x' }, ['filter']],
    ['a list for a text', { titleContains: ['a'] }, ['filter', 'titleContains']],
    ['an unknown status', { status: ['HIDDEN'] }, ['filter', 'status', 0]],
    ['a time that is none', { publishedAfter: 'yesterday' }, ['filter', 'publishedAfter']],
    ['a day for a time', { publishedBefore: '2024-01-01' }, ['filter', 'publishedBefore']],
    ['a fraction for an id', { authorId: 1.5 }, ['filter', 'authorId']],
    ['null among the ids', { ids: [id, null] }, ['filter', 'ids', 1]],
    ['null among conditions', { or: [null] }, ['filter', 'or', 0]],
    ['a wrong value far inside', { and: [{ not: { tag: 5 } }] }, ['filter', 'and', 0, 'not', 'tag']],
    ['a text for a filter', 'all', ['filter']],
  ])('may not have %s', async (_what, filter, path) => {
    const reply = await api.send(Posts, { filter });
    expect(reply).toFailWith('BAD_USER_INPUT', path);
    expect(reply.status).toBe(400);
  });
});

describe('an order of posts', () => {
  it.each(['newest', 'title; drop table posts', '', 1])('may not be %j', async (orderBy) => {
    expect(await api.send(Ordered, { orderBy })).toFailWith('BAD_USER_INPUT', ['orderBy']);
  });
});
