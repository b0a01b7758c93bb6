import { useApi } from '../support/api.ts';
import { unique } from '../support/make.ts';

const api = useApi();
const CreatePost = `mutation ($input: CreatePostInput!) {
  createPost(input: $input) {
    id slug title content status publishedAt createdAt updatedAt version
    author { id } tags { name } viewerCanEdit viewerCanDelete
  }
}`;
const ReadPost = 'query ($id: ID!) { post(id: $id) { title } }';

const input = (changes: Record<string, unknown> = {}) => ({
  title: unique('Title '),
  content: '# Ink\n\nand *stone*',
  ...changes,
});
const titled = async (title: unknown) =>
  (await api.db.query('select id from posts where title = $1', [String(title)])).rowCount;

describe('createPost', () => {
  it("saves and publishes a post of the viewer's", async () => {
    const user = await api.make.user();
    const given = input({ tags: ['Stone', 'Ink'] });
    const reply = await api.as(user).send(CreatePost, { input: given });
    expect(reply).toSucceed();
    const { createdAt, ...post } = reply.data.createPost;
    expect(post).toEqual({
      id: expect.any(String),
      slug: given.title.toLowerCase().replace(' ', '-'),
      title: given.title,
      content: given.content,
      status: 'PUBLISHED',
      publishedAt: createdAt,
      updatedAt: createdAt,
      version: 1,
      author: { id: user.id },
      tags: [{ name: 'Ink' }, { name: 'Stone' }],
      viewerCanEdit: true,
      viewerCanDelete: true,
    });
  });

  it('lets everyone read it', async () => {
    const given = input();
    const created = await api.as(await api.make.user()).send(CreatePost, { input: given });
    const read = await api.send(ReadPost, { id: created.data.createPost.id });
    expect(read.data.post).toEqual({ title: given.title });
  });

  it('keeps a draft from everyone but its author', async () => {
    const author = api.as(await api.make.user());
    const given = input({ publish: false });
    const { createPost } = (await author.send(CreatePost, { input: given })).data;
    expect(createPost).toMatchObject({ status: 'DRAFT', publishedAt: null });
    expect((await api.send(ReadPost, { id: createPost.id })).data.post).toBeNull();
    expect((await author.send(ReadPost, { id: createPost.id })).data.post).toEqual({ title: given.title });
  });

  it('takes a slug of the writer', async () => {
    const slug = unique('my-own-');
    const reply = await api.as(await api.make.user()).send(CreatePost, { input: input({ slug }) });
    expect(reply.data.createPost.slug).toBe(slug);
  });

  it.each([
    ['null for everything that may be left out', { slug: null, tags: null }],
    ['an empty list of tags', { tags: [] }],
    ['a title of 200 characters', { title: 't'.repeat(200) }],
    ['content of 100,000 characters', { content: 'c'.repeat(100_000) }],
    ['20 tags of 50 characters', { tags: Array.from({ length: 20 }, (_, i) => `${i}`.padStart(50, 't')) }],
    ['a slug of 80 characters', { slug: 's'.repeat(80) }],
  ])('accepts %s', async (_what, changes) => {
    expect(await api.as(await api.make.user()).send(CreatePost, { input: input(changes) })).toSucceed();
  });

  it('refuses a guest', async () => {
    const given = input();
    expect(await api.send(CreatePost, { input: given })).toFailWith('UNAUTHENTICATED');
    expect(await titled(given.title)).toBe(0);
  });

  it.each([
    ['title', ''],
    ['title', ' \n\t'],
    ['title', 't'.repeat(201)],
    ['title', 5],
    ['title', null],
    ['title', ['a', 'list']],
    ['content', ''],
    ['content', '\n \n'],
    ['content', 'c'.repeat(100_001)],
    ['content', null],
    ['content', { markdown: 'text' }],
    ['slug', ''],
    ['slug', 'Capital'],
    ['slug', 'two words'],
    ['slug', '-edge'],
    ['slug', 'double--hyphen'],
    ['slug', '../up'],
    ['slug', 'line\n'],
    ['slug', '墨石'],
    ['slug', 's'.repeat(81)],
    ['tags', Array.from({ length: 21 }, (_, i) => `tag ${i}`)],
    ['publish', 'yes'],
  ])('refuses the %s %j', async (field, value) => {
    const given = input({ [field]: value });
    const reply = await api.as(await api.make.user()).send(CreatePost, { input: given });
    expect(reply).toFailWith('BAD_USER_INPUT', ['input', field]);
    expect(await titled(given.title)).toBe(0);
  });

  it('names every wrong field at once', async () => {
    const reply = await api.as(await api.make.user()).send(CreatePost, { input: { title: '', content: '' } });
    expect(reply).toFailWith('BAD_USER_INPUT', ['input', 'title']);
    expect(reply).toFailWith('BAD_USER_INPUT', ['input', 'content']);
  });

  it.each([
    ['authorId', '01a1fc07-45b9-7102-8ac4-232457dc8e35'],
    ['author', { id: '01a1fc07-45b9-7102-8ac4-232457dc8e35' }],
    ['id', '01a1fc07-45b9-7102-8ac4-232457dc8e35'],
    ['createdAt', '2020-01-01T00:00:00Z'],
    ['publishedAt', '2020-01-01T00:00:00Z'],
    ['status', 'PUBLISHED'],
    ['version', 7],
    ['role', 'ADMIN'],
  ])('does not let anyone set %s', async (field, value) => {
    const given = input({ [field]: value });
    const reply = await api.as(await api.make.user()).send(CreatePost, { input: given });
    expect(reply).toFailWith('BAD_USER_INPUT', ['input']);
    expect(reply.status).toBe(400);
    expect(await titled(given.title)).toBe(0);
  });

  it('makes no tag when the post is refused', async () => {
    const [name, { slug }] = [unique('tag'), await api.make.post()];
    const user = api.as(await api.make.user());
    const badTag = await user.send(CreatePost, { input: input({ tags: [name, ' '] }) });
    expect(badTag).toFailWith('BAD_USER_INPUT', ['input', 'tags', 1]);
    const badSlug = await user.send(CreatePost, { input: input({ tags: [name], slug }) });
    expect(badSlug).toFailWith('CONFLICT', ['input', 'slug']);
    expect(await api.row('select 1 from tags where name = $1', [name])).toBeUndefined();
  });
});
