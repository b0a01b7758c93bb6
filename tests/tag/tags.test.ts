import { useApi } from '../support/api.ts';
import { unique } from '../support/make.ts';

const api = useApi();
const Tags = `query ($orderBy: TagOrder, $minPosts: Int, $first: Int, $after: String, $last: Int, $before: String) {
  tags(orderBy: $orderBy, minPosts: $minPosts, first: $first, after: $after, last: $last, before: $before) {
    totalCount edges { cursor node { name postCount } } pageInfo { hasNextPage endCursor startCursor }
  }
}`;
const OneTag = 'query ($slug: String!) { tag(slug: $slug) { id name postCount } }';

type Edges = { cursor: string; node: { name: string; postCount: number } }[];
const names = (edges: Edges) => edges.map(({ node }) => node.name);
const encode = (text: string) => Buffer.from(text).toString('base64url');
const id = '01a1fc07-45b9-7102-8ac4-232457dc8e35';

/** Tags with 0 to 5 posts each, under names whose order says nothing of their numbers; the first on a draft too. */
async function makeTags() {
  await api.db.query('truncate tags cascade');
  const { id: author_id } = await api.make.user();
  const posts = await Promise.all(Array.from({ length: 5 }, () => api.make.post({ author_id })));
  const draft = await api.make.draft({ author_id });
  const made = ['delta', 'Alpha', 'charlie', 'Bravo x y', 'écho', '墨'];
  for (const [count, name] of made.entries()) {
    await api.make.tag(
      name,
      [...posts.slice(0, count), ...(count ? [] : [draft])].map((post) => post.id),
    );
  }
  await api.make.tag(unique('unused'));
}

describe('a list of tags', () => {
  beforeAll(makeTags);

  it('has those of published posts, by name in any case', async () => {
    const { edges, totalCount } = (await api.send(Tags)).data.tags;
    expect(names(edges)).toEqual(['Alpha', 'Bravo x y', 'charlie', 'écho', '墨']);
    expect(totalCount).toBe(5);
  });

  it('begins with the most used when asked for', async () => {
    const { edges } = (await api.send(Tags, { orderBy: 'MOST_USED' })).data.tags;
    expect(edges.map(({ node }: Edges[0]) => node.postCount)).toEqual([5, 4, 3, 2, 1]);
  });

  it('has only those of so many posts when asked for', async () => {
    const { edges, totalCount } = (await api.send(Tags, { minPosts: 4 })).data.tags;
    expect(names(edges)).toEqual(['écho', '墨']);
    expect(totalCount).toBe(2);
  });

  it.each(['NAME', 'MOST_USED'])('is the same page by page in both directions, by %s', async (orderBy) => {
    const whole = (await api.send(Tags, { orderBy })).data.tags.edges;
    const forward: Edges = [];
    let after: string | undefined;
    do {
      const { edges, pageInfo } = (await api.send(Tags, { orderBy, first: 2, after })).data.tags;
      forward.push(...edges);
      after = pageInfo.hasNextPage ? pageInfo.endCursor : undefined;
    } while (after);
    expect(forward).toEqual(whole);
    const before = whole[3].cursor;
    expect((await api.send(Tags, { orderBy, last: 2, before })).data.tags.edges).toEqual(whole.slice(1, 3));
  });

  it('of equal numbers is in one order page by page', async () => {
    const post = await api.make.post();
    const made = [];
    for (let n = 0; n < 4; n += 1) made.push((await api.make.tag(undefined, [post.id])).name);
    const whole: Edges = (await api.send(Tags, { orderBy: 'MOST_USED' })).data.tags.edges;
    const places = whole.map(({ cursor }) =>
      api.send(Tags, { orderBy: 'MOST_USED', first: 1, after: cursor }),
    );
    const next = (await Promise.all(places)).map((reply) => reply.data.tags.edges[0]);
    expect(next).toEqual([...whole.slice(1), undefined]);
    await api.db.query('delete from tags where name = any($1)', [made]);
  });

  it('refuses fewer than no posts', async () => {
    expect(await api.send(Tags, { minPosts: -1 })).toFailWith('BAD_USER_INPUT', ['minPosts']);
  });

  it.each([
    ['of the other order', 'TAG_MOST_USED', 'TAG_NAME', 'alpha'],
    ['with a fraction', 'TAG_MOST_USED', 'TAG_MOST_USED', '1.5'],
    ['with a number that no list has', 'TAG_MOST_USED', 'TAG_MOST_USED', '99999999999'],
    ['with a number in another form', 'TAG_MOST_USED', 'TAG_MOST_USED', '01'],
    ['with no number', 'TAG_MOST_USED', 'TAG_MOST_USED', ''],
    ['with U+0000', 'TAG_NAME', 'TAG_NAME', 'a\0b'],
  ])('refuses a cursor %s', async (_kind, order, written, value) => {
    const after = encode(`${written} ${value} ${id}`);
    const reply = await api.send(Tags, { orderBy: order.slice(4), after });
    expect(reply).toFailWith('BAD_USER_INPUT', ['after']);
  });

  it('costs one statement, and one for the total', async () => {
    const reply = await api.send(Tags, { orderBy: 'MOST_USED', first: 3 });
    if ((await api.statementsOf(reply)) > 0) expect(await api.statementsOf(reply)).toBe(2);
  });
});

describe('a tag that only a draft carries', () => {
  it('is known to the author of the draft alone', async () => {
    const author = await api.make.user();
    const draft = await api.make.draft({ author_id: author.id });
    const tag = await api.make.tag(undefined, [draft.id]);
    const stranger = api.as(await api.make.user());
    const editor = api.as(await api.make.user({ role: 'EDITOR' }));
    for (const { send } of [api, stranger, editor]) {
      expect((await send(OneTag, { slug: tag.slug })).data.tag).toBeNull();
      expect(names((await send(Tags, { minPosts: 0, first: 100 })).data.tags.edges)).not.toContain(tag.name);
    }
    const own = api.as(author);
    expect((await own.send(OneTag, { slug: tag.slug })).data.tag).toMatchObject({ id: tag.id, postCount: 0 });
    expect(names((await own.send(Tags, { first: 100 })).data.tags.edges)).not.toContain(tag.name);
    expect(names((await own.send(Tags, { minPosts: 0, first: 100 })).data.tags.edges)).toContain(tag.name);
  });
});

describe('the number of posts of a tag', () => {
  const Create = `mutation ($input: CreatePostInput!) { createPost(input: $input) { id tags { slug postCount } } }`;

  it('comes with what a mutation returns', async () => {
    const user = api.as(await api.make.user());
    const input = { title: 'Counted', content: 'x', tags: [unique('one'), unique('two')] };
    const { tags } = (await user.send(Create, { input })).data.createPost;
    expect(tags.map((tag: { postCount: number }) => tag.postCount)).toEqual([1, 1]);
    expect((await api.send(OneTag, { slug: tags[0].slug })).data.tag.postCount).toBe(1);
  });

  it('is the number of rows after parallel writes of all kinds', async () => {
    const user = api.as(await api.make.user());
    const tags = Array.from({ length: 3 }, () => unique('busy'));
    const write = async (n: number) => {
      const input = { title: unique('Busy '), content: 'x', tags, publish: n % 2 === 0 };
      const made = await user.send(Create, { input });
      const post = made.data.createPost.id;
      const change = (field: string) => user.send(`mutation { ${field} }`);
      const fewer = `updatePost(id: "${post}", input: { tags: ["${tags[n % 3]}"] }) { id }`;
      const state = `${n % 2 ? 'publishPost' : 'unpublishPost'}(id: "${post}") { id }`;
      return Promise.all([
        change(fewer),
        change(state),
        ...(n % 5 ? [] : [change(`deletePost(id: "${post}")`)]),
      ]);
    };
    await Promise.all(Array.from({ length: 30 }, (_, n) => write(n)));
    for (const name of tags) {
      const { slug, count } = await api.row(
        `select slug, (select count(*)::int from post_tags join posts on posts.id = post_id
           where tag_id = tags.id and status = 'PUBLISHED') from tags where name = $1`,
        [name],
      );
      expect(count).toBeGreaterThan(0);
      expect((await api.send(OneTag, { slug })).data.tag.postCount).toBe(count);
    }
  });
});
