import { useApi } from '../support/api.ts';
import { unique } from '../support/make.ts';

const api = useApi();
const Posts = `query ($author: ID, $orderBy: PostOrder, $first: Int, $after: String, $last: Int, $before: String) {
  posts(filter: { authorId: $author }, orderBy: $orderBy,
        first: $first, after: $after, last: $last, before: $before) {
    edges { cursor node { title } }
  }
}`;

const id = '01a1fc07-45b9-7102-8ac4-232457dc8e35';
const encode = (text: string) => Buffer.from(text).toString('base64url');

describe('a page size', () => {
  it.each([1, 100])('of %d is accepted', async (size) => {
    const { author_id: author } = await api.make.post();
    expect((await api.send(Posts, { author, first: size })).data.posts.edges).toHaveLength(1);
    expect((await api.send(Posts, { author, last: size })).data.posts.edges).toHaveLength(1);
  });

  it.each([0, -1, 101, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), 1.5, 1e300, '10', [10], true])(
    'of %j is refused',
    async (size) => {
      expect(await api.send(Posts, { first: size })).toFailWith('BAD_USER_INPUT', ['first']);
      expect(await api.send(Posts, { last: size })).toFailWith('BAD_USER_INPUT', ['last']);
    },
  );

  it('is given from one end only', async () => {
    expect(await api.send(Posts, { first: 1, last: 1 })).toFailWith('BAD_USER_INPUT', ['last']);
  });
});

describe('a cursor', () => {
  it.each([
    ['empty', ''],
    ['garbage', '!'],
    ['of 50 kB', 'x'.repeat(50_000)],
    ['base64 of garbage', encode('garbage')],
    ['base64 of nothing', encode('  ')],
    ['without its id', encode('NEWEST 2024-01-01T00:00:00.000Z ')],
    ['with an id that is none', encode("NEWEST 2024-01-01T00:00:00.000Z ' or 1=1")],
    ['with a time that is none', encode(`NEWEST yesterday ${id}`)],
    ['with a time in another form', encode(`NEWEST 2024-01-01 ${id}`)],
    ['with a time before all calendars', encode(`NEWEST -271821-04-20T00:00:00.000Z ${id}`)],
    ['with a time after all calendars', encode(`NEWEST +275760-09-13T00:00:00.000Z ${id}`)],
    ['with something behind it', `${encode(`NEWEST 2024-01-01T00:00:00.000Z ${id}`)}=`],
    ['a number', 5],
    ['with U+0000', 'a\0b'],
  ])('that is %s is refused', async (_kind, cursor) => {
    expect(await api.send(Posts, { after: cursor })).toFailWith('BAD_USER_INPUT', ['after']);
    expect(await api.send(Posts, { before: cursor })).toFailWith('BAD_USER_INPUT', ['before']);
  });

  it('of another order is refused', async () => {
    const { author_id: author } = await api.make.post();
    const list = await api.send(Posts, { author, orderBy: 'OLDEST' });
    const after = list.data.posts.edges[0].cursor;
    expect(await api.send(Posts, { author, orderBy: 'OLDEST', after })).toSucceed();
    const reply = await api.send(Posts, { author, orderBy: 'NEWEST', after });
    expect(reply).toFailWith('BAD_USER_INPUT', ['after']);
  });

  it("does not tell of a stranger's draft at its place", async () => {
    const user = await api.make.user();
    const draft = await api.make.draft({ author_id: user.id, title: unique('Hidden ') });
    const own = await api.as(user).send(Posts, { author: user.id });
    const cursor = own.data.posts.edges[0].cursor;
    expect(own.data.posts.edges[0].node.title).toBe(draft.title);
    for (const place of [{ after: cursor }, { before: cursor }]) {
      expect((await api.send(Posts, { author: user.id, ...place })).data.posts.edges).toEqual([]);
    }
  });
});
