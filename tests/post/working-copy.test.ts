import { useApi } from '../support/api.ts';
import { type TestUser, unique } from '../support/make.ts';

const api = useApi();
const CreatePost = 'mutation ($input: CreatePostInput!) { createPost(input: $input) { id slug } }';
const copy = 'draft { title content html slug tags category { slug } version author { username } }';
const all = `status title content excerpt slug version updatedAt publishedAt tags { name } ${copy}`;
const UpdatePost = `mutation ($id: ID!, $input: UpdatePostInput!, $draft: Boolean) {
  updatePost(id: $id, input: $input, draft: $draft) { ${all} }
}`;
const PublishPost = `mutation ($id: ID!, $at: DateTime) { publishPost(id: $id, at: $at) { ${all} } }`;
const UnpublishPost = `mutation ($id: ID!) { unpublishPost(id: $id) { ${all} } }`;
const DiscardDraft = `mutation ($id: ID!) { discardPostDraft(id: $id) { ${all} } }`;
const Restore = `mutation ($id: ID!) { restorePostRevision(id: $id) { ${all} } }`;
const ReadPost = `query ($id: ID!) { post(id: $id) { ${all} revisions { totalCount nodes { id version title } } } }`;

const row = (id: string) => api.row('select * from posts where id = $1', [id]);
const copyOf = (id: string) => api.row('select * from post_drafts where post_id = $1', [id]);

/** A published post, and its author's calls for it. */
const published = async () => {
  const user = await api.make.user();
  const input = { title: 'Public title', content: 'Public text', tags: [unique('tag')] };
  const { id, slug } = (await api.as(user).send(CreatePost, { input })).data.createPost;
  const call = (document: string, variables = {}, by: TestUser = user) =>
    api.as(by).send(document, { id, ...variables });
  const save = (change: object, by?: TestUser) => call(UpdatePost, { input: change, draft: true }, by);
  const read = async (by?: TestUser) => (await call(ReadPost, {}, by)).data.post;
  return { id, slug, user, tag: input.tags[0], call, save, read };
};

describe('updatePost with draft: true', () => {
  it('saves for those who may edit, and shows readers nothing of it', async () => {
    const { id, user, tag, save, read, slug } = await published();
    const before = (await api.send(ReadPost, { id })).data;
    const reply = await save({ title: 'Better title', content: '**Better** text' });
    expect(reply).toSucceed();
    const next = {
      title: 'Better title',
      content: '**Better** text',
      html: '<p><strong>Better</strong> text</p>',
      slug,
      tags: [tag],
      version: 2,
      author: { username: user.username },
    };
    expect(reply.data.updatePost).toMatchObject({ title: 'Public title', version: 1, draft: next });
    expect((await read()).draft).toMatchObject(next);
    expect((await read(await api.make.user({ role: 'EDITOR' }))).draft).toMatchObject(next);
    expect((await read(await api.make.user())).draft).toBeNull();
    expect((await api.send(ReadPost, { id })).data).toEqual(before);
  });

  it('adds up until it is published, in one version and with its date', async () => {
    const { call, save, read, tag } = await published();
    const { publishedAt, updatedAt } = await read();
    const slug = unique('moved-');
    await save({ title: 'Better title', tags: ['Other', 'Ink'] });
    await save({ content: 'Better text', slug });
    expect((await read()).draft).toMatchObject({ title: 'Better title', tags: ['Ink', 'Other'], version: 3 });
    const post = (await call(PublishPost)).data.publishPost;
    expect(post).toMatchObject({
      status: 'PUBLISHED',
      title: 'Better title',
      content: 'Better text',
      excerpt: 'Better text',
      slug,
      publishedAt,
      version: 4,
      tags: [{ name: 'Ink' }, { name: 'Other' }],
      draft: null,
    });
    expect(Date.parse(post.updatedAt)).toBeGreaterThan(Date.parse(updatedAt));
    expect(post.tags).not.toContainEqual({ name: tag });
    expect((await read()).revisions.nodes.map((node: { version: number }) => node.version)).toEqual([
      4, 3, 2, 1,
    ]);
  });

  it('makes no tags before they are public', async () => {
    const { save } = await published();
    const name = unique('Secret');
    await save({ tags: [name] });
    expect(await api.row('select 1 from tags where name = $1', [name])).toBeUndefined();
  });

  it('can give a category, or take it away', async () => {
    const { call, save, read } = await published();
    const { id: categoryId, slug } = await api.make.category();
    expect((await save({ categoryId })).data.updatePost.draft.category).toEqual({ slug });
    await save({ title: 'More' });
    expect((await call(PublishPost)).data.publishPost.draft).toBeNull();
    await save({ title: 'Again' });
    expect((await read()).draft.category).toEqual({ slug });
    expect((await save({ categoryId: null })).data.updatePost.draft.category).toBeNull();
    expect(await save({ categoryId: 'none' })).toFailWith('NOT_FOUND');
  });

  it('saves a draft or a scheduled post itself', async () => {
    const { id, call, save } = await published();
    await call(UnpublishPost);
    expect((await save({ title: 'Of the draft' })).data.updatePost).toMatchObject({
      title: 'Of the draft',
      version: 3,
      draft: null,
    });
    await call(PublishPost, { at: new Date(Date.now() + 3_600_000).toISOString() });
    expect((await save({ title: 'Planned' })).data.updatePost.title).toBe('Planned');
    expect(await copyOf(id)).toBeUndefined();
  });

  it('is told of a newer copy: of twenty who read the same version one saves', async () => {
    const { save, read } = await published();
    await save({ title: 'Version 2' });
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, n) => save({ title: `Writer ${n}`, expectedVersion: 2 })),
    );
    const stale = replies.filter((reply) => reply.errors);
    expect(stale).toHaveLength(19);
    for (const reply of stale) {
      expect(reply).toFailWith('STALE_VERSION');
      expect(reply.errors?.[0]?.extensions.currentVersion).toBe(3);
    }
    expect((await read()).draft.version).toBe(3);
    expect(await save({ title: 'Late', expectedVersion: 1 })).toFailWith('STALE_VERSION');
  });

  it('of twenty who begin one at the same time one begins', async () => {
    const { id, save } = await published();
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, n) => save({ title: `Writer ${n}`, expectedVersion: 1 })),
    );
    expect(replies.filter((reply) => reply.errors)).toHaveLength(19);
    expect(await copyOf(id)).toMatchObject({ version: 2 });
  });

  it.each([
    ['BAD_USER_INPUT', { title: '' }],
    ['BAD_USER_INPUT', { tags: [''] }],
    ['BAD_USER_INPUT', {}],
    ['BAD_USER_INPUT', { slug: 'Not A Slug' }],
    ['STALE_VERSION', { title: 'x', expectedVersion: 7 }],
  ])('refuses with %s %j and keeps the copy as it was', async (code, input) => {
    const { id, save } = await published();
    await save({ title: 'Kept' });
    const before = [await row(id), await copyOf(id)];
    expect(await save(input)).toFailWith(code);
    expect([await row(id), await copyOf(id)]).toEqual(before);
  });

  it('refuses a slug that another post has, and publishing does when it was taken meanwhile', async () => {
    const { id, call, save } = await published();
    const other = await api.make.post();
    expect(await save({ slug: other.slug })).toFailWith('CONFLICT', ['input', 'slug']);
    const slug = unique('free-');
    await save({ slug, title: 'Waits' });
    await api.make.post({ slug });
    const refused = await call(PublishPost);
    expect(refused).toFailWith('CONFLICT');
    expect(refused.errors?.[0]?.message).toMatch(/working copy.*Save another/);
    expect(await call(UnpublishPost)).toFailWith('CONFLICT');
    expect(await row(id)).toMatchObject({ title: 'Public title', version: 1 });
    expect(await copyOf(id)).toMatchObject({ version: 2 });
    await save({ slug: unique('another-') });
    expect((await call(PublishPost)).data.publishPost).toMatchObject({ title: 'Waits', version: 4 });
  });

  it('refuses guests and strangers', async () => {
    const { id, save } = await published();
    const variables = { id, input: { title: 'Mine' }, draft: true };
    expect(await api.send(UpdatePost, variables)).toFailWith('UNAUTHENTICATED');
    expect(await save({ title: 'Mine' }, await api.make.user())).toFailWith('FORBIDDEN');
    expect(await copyOf(id)).toBeUndefined();
  });
});

describe('a post with a working copy', () => {
  it('is not changed beside it', async () => {
    const { id, call, save } = await published();
    await save({ title: 'In the copy' });
    const reply = await call(UpdatePost, { input: { content: 'At once' } });
    expect(reply).toFailWith('CONFLICT');
    expect(reply.errors?.[0]?.message).toMatch(/draft: true.*publish or discard/);
    expect(await row(id)).toMatchObject({ content: 'Public text', version: 1 });
  });

  it('gets back what was public when the copy is discarded, and no version twice', async () => {
    const { id, call, save, read } = await published();
    await save({ tags: ['Only a tag'] });
    await save({ title: 'Given up' });
    const before = await api.send(ReadPost, { id });
    const reply = await call(DiscardDraft);
    expect(reply.data.discardPostDraft).toMatchObject({ title: 'Public title', version: 1, draft: null });
    expect((await api.send(ReadPost, { id })).data).toEqual(before.data);
    const saved = await call(UpdatePost, { input: { content: 'New', expectedVersion: 1 } });
    expect(saved.data.updatePost).toMatchObject({ version: 4 });
    const titles = (await read()).revisions.nodes.map((node: { title: string }) => node.title);
    expect(titles).toEqual(['Public title', 'Given up', 'Public title']);
    expect(await save({ title: 'x', expectedVersion: 3 })).toFailWith('STALE_VERSION');
  });

  it('changes nothing when there is no copy to discard', async () => {
    const { id, call } = await published();
    const before = await row(id);
    expect(await call(DiscardDraft)).toSucceed();
    expect(await row(id)).toEqual(before);
  });

  it('becomes a draft of what the copy says when it is taken back', async () => {
    const { id, call, save } = await published();
    await save({ title: 'Newest' });
    const reply = await call(UnpublishPost);
    expect(reply.data.unpublishPost).toMatchObject({ status: 'DRAFT', title: 'Newest', draft: null });
    expect(await copyOf(id)).toBeUndefined();
  });

  it('can be published with another date', async () => {
    const { call, save } = await published();
    await save({ title: 'Older' });
    const at = '2020-01-01T00:00:00.000Z';
    const { data } = await call(PublishPost, { at });
    expect(data.publishPost).toMatchObject({ title: 'Older', publishedAt: at, version: 3, draft: null });
  });

  it('gets an earlier revision into the copy', async () => {
    const { call, save, read } = await published();
    await save({ title: 'Second' });
    const { nodes } = (await read()).revisions;
    const first = nodes.at(-1);
    const reply = await call(Restore, { id: first.id });
    expect(reply.data.restorePostRevision).toMatchObject({
      version: 1,
      draft: { title: 'Public title', version: 3 },
    });
    expect((await read()).revisions.totalCount).toBe(3);
  });

  it('takes it along when it is deleted', async () => {
    const { id, call, save } = await published();
    await save({ title: 'Gone' });
    expect(await call('mutation ($id: ID!) { deletePost(id: $id) }')).toSucceed();
    expect(await copyOf(id)).toBeUndefined();
  });

  it('keeps it when accounts are deleted, without their names', async () => {
    const { user, id, save } = await published();
    const editor = await api.make.user({ role: 'EDITOR' });
    await save({ title: 'Unfinished' }, editor);
    const admin = api.as(await api.make.user({ role: 'ADMIN' }));
    for (const gone of [editor, user]) {
      expect(await admin.send('mutation ($id: ID!) { deleteUser(id: $id) }', { id: gone.id })).toSucceed();
    }
    const { draft } = (await admin.send(ReadPost, { id })).data.post;
    expect(draft).toMatchObject({ title: 'Unfinished', author: { username: '[deleted]' } });
  });

  it('is published once by ten at the same time', async () => {
    const { id, call, save } = await published();
    await save({ title: 'Once' });
    const replies = await Promise.all(Array.from({ length: 10 }, () => call(PublishPost)));
    for (const reply of replies) expect(reply).toSucceed();
    expect(await row(id)).toMatchObject({ title: 'Once', version: 3 });
  });

  it('costs one statement more in a list, however many there are', async () => {
    const { user, save } = await published();
    await save({ title: 'Copy' });
    const List = `query ($first: Int, $by: ID!) {
      posts(first: $first, filter: { authorId: $by }) { nodes { draft { title author { username } } } }
    }`;
    for (let n = 0; n < 20; n += 1) await api.make.post({ author_id: user.id });
    const few = await api.as(user).send(List, { first: 1, by: user.id });
    const many = await api.as(user).send(List, { first: 50, by: user.id });
    expect(many.data.posts.nodes).toHaveLength(21);
    expect(await api.statementsOf(many)).toBeLessThanOrEqual((await api.statementsOf(few)) + 1);
  });
});

it.each([
  'publishPost(id: $id, expectedVersion: 4) { id }',
  'publishPost(id: $id, at: "2020-01-01T00:00:00Z", expectedVersion: 4) { id }',
  'unpublishPost(id: $id, expectedVersion: 4) { id }',
  'discardPostDraft(id: $id, expectedVersion: 4) { id }',
  'deletePost(id: $id, expectedVersion: 4)',
])('%s is refused when the version is another', async (call) => {
  const user = await api.make.user();
  const { id } = await api.make.post({ author_id: user.id, version: 5 });
  const before = await row(id);
  const reply = await api.as(user).send(`mutation ($id: ID!) { ${call} }`, { id });
  expect(reply).toFailWith('STALE_VERSION');
  expect(reply.errors?.[0]?.extensions.currentVersion).toBe(5);
  expect(await row(id)).toEqual(before);
  const current = call.replace('expectedVersion: 4', 'expectedVersion: 5');
  expect(await api.as(user).send(`mutation ($id: ID!) { ${current} }`, { id })).toSucceed();
});
