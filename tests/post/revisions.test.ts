import { useApi } from '../support/api.ts';
import { type TestUser, unique } from '../support/make.ts';

const api = useApi();
const CreatePost = 'mutation ($input: CreatePostInput!) { createPost(input: $input) { id } }';
const UpdatePost =
  'mutation ($id: ID!, $input: UpdatePostInput!) { updatePost(id: $id, input: $input) { version } }';
const Restore =
  'mutation ($id: ID!) { restorePostRevision(id: $id) { title content excerpt version status } }';
const Revisions = `query ($id: ID!, $first: Int, $after: String) {
  post(id: $id) { revisions(first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes { id version title content createdAt author { username } }
  } }
}`;

const count = async (id: string) =>
  (await api.db.query('select 1 from post_revisions where post_id = $1', [id])).rowCount;

const write = async (columns = {}) => {
  const user = await api.make.user();
  const input = { title: 'First title', content: 'First text', ...columns };
  const { id } = (await api.as(user).send(CreatePost, { input })).data.createPost;
  const save = (change: object, by: TestUser = user) => api.as(by).send(UpdatePost, { id, input: change });
  const revisions = async (by: TestUser = user, page = {}) =>
    (await api.as(by).send(Revisions, { id, ...page })).data.post.revisions;
  return { id, user, save, revisions };
};

describe('Post.revisions', () => {
  it('has each save of title or content, newest first, with who saved it and when', async () => {
    const { user, save, revisions } = await write();
    const editor = await api.make.user({ role: 'EDITOR' });
    await save({ content: 'Second text' });
    await save({ title: 'Third title' }, editor);
    const { nodes, totalCount } = await revisions();
    expect(totalCount).toBe(3);
    const [by, other] = [{ username: user.username }, { username: editor.username }];
    expect(nodes).toMatchObject([
      { version: 3, title: 'Third title', content: 'Second text', author: other },
      { version: 2, title: 'First title', content: 'Second text', author: by },
      { version: 1, title: 'First title', content: 'First text', author: by },
    ]);
    expect(await revisions(editor)).toEqual(await revisions());
    const times = nodes.map((node: { createdAt: string }) => Date.parse(node.createdAt));
    expect(times).toEqual(times.toSorted((a: number, b: number) => b - a));
  });

  it('has none of what changed neither', async () => {
    const { id, user, save } = await write({ publish: false });
    await save({ tags: ['ink'], slug: unique('moved-') });
    await save({ title: 'First title', content: 'First text' });
    await api.as(user).send('mutation ($id: ID!) { publishPost(id: $id) { id } }', { id });
    expect(await count(id)).toBe(1);
  });

  it('keeps every word as it was', async () => {
    const content = `"''\\ \u200b🖋\r\n\t${'墨'.repeat(5_000)}`;
    const { save, revisions } = await write({ content, title: '<b>“墨”</b>' });
    await save({ content: 'Other' });
    const { nodes } = await revisions();
    expect(nodes[1]).toMatchObject({ content, title: '<b>“墨”</b>' });
  });

  it('is read page by page, while others save', async () => {
    const { save, revisions, user } = await write();
    for (const n of [2, 3, 4]) await save({ title: `Title ${n}` });
    const { nodes, pageInfo } = await revisions(user, { first: 2 });
    expect(nodes).toMatchObject([{ version: 4 }, { version: 3 }]);
    await save({ title: 'Title 5' });
    const rest = await revisions(user, { first: 2, after: pageInfo.endCursor });
    expect(rest.nodes).toMatchObject([{ version: 2 }, { version: 1 }]);
    expect(rest.pageInfo.hasNextPage).toBe(false);
  });

  it('costs as many statements for fifty posts as for two', async () => {
    const user = await api.make.user();
    for (let n = 0; n < 50; n += 1) {
      await api.as(user).send(CreatePost, { input: { title: `Post ${n}`, content: 'x' } });
    }
    const List = `query ($first: Int, $by: ID!) {
      posts(first: $first, filter: { authorId: $by }) { nodes { revisions { totalCount nodes { author { username } } } } }
    }`;
    const cost = async (first: number) => {
      const reply = await api.as(user).send(List, { first, by: user.id });
      expect(reply.data.posts.nodes.at(-1).revisions.totalCount).toBe(1);
      return api.statementsOf(reply);
    };
    expect(await cost(50)).toBe(await cost(2));
  });

  it('tells guests and strangers nothing, not even how many there are', async () => {
    const { id, save } = await write();
    await save({ title: 'Second title' });
    const nothing = { totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null }, nodes: [] };
    const stranger = api.as(await api.make.user());
    expect((await api.send(Revisions, { id })).data.post.revisions).toEqual(nothing);
    expect((await stranger.send(Revisions, { id })).data.post.revisions).toEqual(nothing);
  });

  it('is one for each of many posts that are created together', async () => {
    const posts = await Promise.all(Array.from({ length: 30 }, (_, n) => write({ title: `Post ${n}` })));
    for (const [n, { revisions }] of posts.entries()) {
      expect((await revisions()).nodes).toMatchObject([{ version: 1, title: `Post ${n}` }]);
    }
  });

  it('is nothing for a post that was refused', async () => {
    const { user } = await write();
    const { slug } = await api.make.post();
    const content = unique('Refused ');
    const reply = await api.as(user).send(CreatePost, { input: { title: 'x', content, slug } });
    expect(reply).toFailWith('CONFLICT');
    expect(await api.row('select 1 from post_revisions where content = $1', [content])).toBeUndefined();
  });

  it('goes with the post', async () => {
    const { id, user } = await write();
    await api.as(user).send('mutation ($id: ID!) { deletePost(id: $id) }', { id });
    expect(await count(id)).toBe(0);
  });

  it('has one for each of twenty parallel saves', async () => {
    const { save, revisions } = await write();
    await Promise.all(Array.from({ length: 20 }, (_, n) => save({ title: `Title ${n}` })));
    const versions = (await revisions()).nodes.map((node: { version: number }) => node.version);
    expect(versions).toEqual(Array.from({ length: 20 }, (_, n) => 21 - n));
  });
});

describe('restorePostRevision', () => {
  it('saves the words of a revision as the newest version, and loses nothing', async () => {
    const { user, save, revisions } = await write();
    await save({ title: 'Second title', content: 'Second text' });
    const [, first] = (await revisions()).nodes;
    const reply = await api.as(user).send(Restore, { id: first.id });
    expect(reply).toSucceed();
    expect(reply.data.restorePostRevision).toEqual({
      title: 'First title',
      content: 'First text',
      excerpt: 'First text',
      version: 3,
      status: 'PUBLISHED',
    });
    const { nodes } = await revisions();
    expect(nodes.map(({ version, title }: { version: number; title: string }) => [version, title])).toEqual([
      [3, 'First title'],
      [2, 'Second title'],
      [1, 'First title'],
    ]);
  });

  it('lets an editor restore what is published', async () => {
    const { save, revisions } = await write();
    await save({ title: 'Second title' });
    const editor = await api.make.user({ role: 'EDITOR' });
    const [, first] = (await revisions()).nodes;
    const reply = await api.as(editor).send(Restore, { id: first.id });
    expect(reply.data.restorePostRevision.title).toBe('First title');
    expect((await revisions()).nodes[0].author.username).toBe(editor.username);
  });

  it('refuses guests, strangers, and editors as long as it is a draft', async () => {
    const { id, save, revisions, user } = await write();
    await save({ title: 'Second title' });
    const [, first] = (await revisions()).nodes;
    const [stranger, editor] = [await api.make.user(), await api.make.user({ role: 'EDITOR' })];
    expect(await api.send(Restore, { id: first.id })).toFailWith('UNAUTHENTICATED');
    expect(await api.as(stranger).send(Restore, { id: first.id })).toFailWith('NOT_FOUND');
    await api.as(user).send('mutation ($id: ID!) { unpublishPost(id: $id) { id } }', { id });
    expect(await api.as(editor).send(Restore, { id: first.id })).toFailWith('NOT_FOUND');
    expect(await api.row('select title from posts where id = $1', [id])).toEqual({ title: 'Second title' });
    expect(await count(id)).toBe(2);
  });

  it.each(['01a1fc07-45b9-7102-8ac4-232457dc8e35', 'no id at all', ''])(
    'reports a revision of the id %j as missing',
    async (id) => {
      expect(await api.as(await api.make.user()).send(Restore, { id })).toFailWith('NOT_FOUND');
    },
  );
});

it('what a deleted user saved stays, without their name', async () => {
  const { id, save, user } = await write();
  const editor = await api.make.user({ role: 'EDITOR' });
  await save({ title: 'Corrected' }, editor);
  const admin = await api.make.user({ role: 'ADMIN' });
  for (const gone of [user, editor]) {
    const reply = await api.as(admin).send('mutation ($id: ID!) { deleteUser(id: $id) }', { id: gone.id });
    expect(reply).toSucceed();
  }
  const { nodes } = (await api.as(admin).send(Revisions, { id })).data.post.revisions;
  expect(nodes).toMatchObject([
    { title: 'Corrected', author: { username: '[deleted]' } },
    { title: 'First title', author: { username: '[deleted]' } },
  ]);
});
