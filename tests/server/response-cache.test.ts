import { useApi } from '../support/api.ts';
import { askUntilKept, statementsOnceKnown } from '../support/kept.ts';
import { unique } from '../support/make.ts';
import { isQuery } from '../support/sameness.ts';
import { webOperations } from '../support/web-operations.ts';

const api = useApi();

const Titles = '{ posts { nodes { title } } }';
const Post = 'query ($id: ID!) { post(id: $id) { title tags { name } } }';
const PostsBy = `query PostList($first: Int!, $filter: PostFilter, $orderBy: PostOrder) {
  posts(first: $first, filter: $filter, orderBy: $orderBy) { totalCount nodes { title author { displayName } } }
}`;
const Update = 'mutation ($id: ID!, $input: UpdatePostInput!) { updatePost(id: $id, input: $input) { id } }';

/** A post, its author, and ways to ask for it that are kept. */
async function keptPost(columns: Record<string, unknown> = {}) {
  const user = await api.make.user();
  const post = await api.make.post({ author_id: user.id, ...columns });
  await askUntilKept(api, Post, { id: post.id });
  return {
    user,
    post,
    author: api.as(user),
    ask: async () => (await api.send(Post, { id: post.id })).data.post,
  };
}

describe("a guest's answer that is asked for again", () => {
  it.each([
    ['a list', Titles, () => ({})],
    [
      'a list with a filter',
      PostsBy,
      () => ({ first: 5, filter: { not: { tag: 'none' } }, orderBy: 'OLDEST' }),
    ],
    ['a missing post', Post, () => ({ id: '00000000-0000-7000-8000-000000000000' })],
    ['what needs no table', '{ __typename }', () => ({})],
  ])('costs no statement: %s', async (_what, query, variables) => {
    const kept = await askUntilKept(api, query, variables());
    const again = await api.send(query, variables());
    expect(await api.statementsOf(again)).toBe(0);
    expect(again.data).toEqual(kept.data);
  });

  it.each([...webOperations()].filter(([, query]) => isQuery({ query })))(
    'costs no statement: %s of the web client',
    async (_name, query) => {
      const { id, slug } = await api.make.post();
      await askUntilKept(api, query, { id, slug, first: 2, filter: { tag: 'ink' } });
    },
  );

  it('is another one with other variables', async () => {
    const { post } = await keptPost();
    const other = await api.make.post();
    const titles = async (id: string) => (await api.send(Post, { id })).data.post.title;
    expect([await titles(post.id), await titles(other.id)]).toEqual([post.title, other.title]);
  });

  it('changes at once with an update', async () => {
    const { post, author, ask } = await keptPost();
    const title = unique('changed ');
    expect(await author.send(Update, { id: post.id, input: { title } })).toSucceed();
    expect((await ask()).title).toBe(title);
  });

  it('changes at once with the tags', async () => {
    const { post, author, ask } = await keptPost();
    const name = unique('tag');
    await author.send(Update, { id: post.id, input: { tags: [name] } });
    expect((await ask()).tags).toEqual([{ name }]);
    await askUntilKept(api, Post, { id: post.id });
    await author.send(Update, { id: post.id, input: { tags: [] } });
    expect((await ask()).tags).toEqual([]);
  });

  it.each(['unpublishPost(id: $id) { id }', 'deletePost(id: $id)'])(
    'is gone at once after %s',
    async (change) => {
      const { post, author, ask } = await keptPost();
      expect(await author.send(`mutation ($id: ID!) { ${change} }`, { id: post.id })).toSucceed();
      expect(await ask()).toBeNull();
    },
  );

  it('is there at once after publishPost, though it was kept as missing', async () => {
    const user = await api.make.user();
    const { id, title } = await api.make.draft({ author_id: user.id });
    expect((await askUntilKept(api, Post, { id })).data.post).toBeNull();
    await api.as(user).send('mutation ($id: ID!) { publishPost(id: $id) { id } }', { id });
    expect((await api.send(Post, { id })).data.post.title).toBe(title);
  });

  it('stays when a mutation is refused', async () => {
    const { post } = await keptPost();
    const stranger = api.as(await api.make.user());
    const input = { title: 'mine now' };
    expect(await stranger.send(Update, { id: post.id, input })).toFailWith('FORBIDDEN');
    expect((await askUntilKept(api, Post, { id: post.id })).data.post.title).toBe(post.title);
  });
});

describe('what a signed-in viewer is answered', () => {
  const Mine = 'query ($id: ID!) { viewer { id } post(id: $id) { title author { email } viewerCanEdit } }';

  it('is asked of the database each time, and is for nobody else', async () => {
    const user = await api.make.user();
    const draft = await api.make.draft({ author_id: user.id });
    const ask = (token?: string) => api.request(Mine, { id: draft.id }, token);
    expect(await statementsOnceKnown(api, () => ask(user.token))).toBeGreaterThan(0);

    const stranger = await api.make.user();
    expect((await ask()).data).toEqual({ viewer: null, post: null });
    expect((await ask(stranger.token)).data).toEqual({ viewer: { id: stranger.id }, post: null });
    expect((await ask(user.token)).data.post).toEqual({
      title: draft.title,
      author: { email: user.email },
      viewerCanEdit: true,
    });
  });

  it('is not what was kept for guests', async () => {
    const user = await api.make.user();
    const draft = await api.make.draft({ author_id: user.id });
    await askUntilKept(api, Mine, { id: draft.id });
    const reply = await api.as(user).send(Mine, { id: draft.id });
    expect(reply.data.post.author.email).toBe(user.email);
    expect((await askUntilKept(api, Mine, { id: draft.id })).data).toEqual({ viewer: null, post: null });
  });

  it('is not given to who has a bad token', async () => {
    await askUntilKept(api, Titles);
    for (const token of ['', 'x.y.z']) {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
      const reply = await fetch(api.url, {
        method: 'POST',
        headers,
        body: JSON.stringify({ query: Titles }),
      });
      expect(await reply.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    }
  });
});

describe('without a cache', () => {
  it.each<Record<string, string>>([{ RESPONSE_CACHE: 'off' }, { FAST_PATH: 'off' }])(
    '%j asks the database each time',
    async (settings) => {
      const plain = await api.another(settings);
      const { id } = await api.make.post();
      expect(await statementsOnceKnown(plain, () => plain.send(Post, { id }))).toBe(1);
      await api.db.query("update posts set title = 'by hand' where id = $1", [id]);
      expect((await plain.send(Post, { id })).data.post.title).toBe('by hand');
    },
  );
});
