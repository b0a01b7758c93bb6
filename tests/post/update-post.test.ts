import { useApi } from '../support/api.ts';
import { unique } from '../support/make.ts';

const api = useApi();
const UpdatePost = `mutation ($id: ID!, $input: UpdatePostInput!) {
  updatePost(id: $id, input: $input) {
    slug title content excerpt version status updatedAt publishedAt tags { name }
  }
}`;

const row = (id: string) => api.row('select * from posts where id = $1', [id]);
const authored = async (columns = {}) => {
  const user = await api.make.user();
  const post = await api.make.post({ author_id: user.id, ...columns });
  const update = (input: unknown) => api.as(user).send(UpdatePost, { id: post.id, input });
  return { user, post, update };
};

describe('updatePost', () => {
  it('changes what is given and nothing else', async () => {
    const { post, update } = await authored();
    const before = await row(post.id);
    const reply = await update({ title: 'Another title' });
    expect(reply).toSucceed();
    expect(reply.data.updatePost).toMatchObject({ title: 'Another title', slug: post.slug, version: 2 });
    const { updated_at } = await row(post.id);
    expect(await row(post.id)).toEqual({ ...before, title: 'Another title', version: 2, updated_at });
  });

  it('shows the time of the change', async () => {
    const { update } = await authored({ updated_at: new Date('2020-01-01') });
    const before = Date.now();
    const changed = Date.parse((await update({ title: 'New' })).data.updatePost.updatedAt);
    expect(changed).toBeGreaterThanOrEqual(before);
    expect(changed).toBeLessThanOrEqual(Date.now());
  });

  it('makes a new excerpt of new content', async () => {
    const { update } = await authored();
    const reply = await update({ content: '**Wet** stone' });
    expect(reply.data.updatePost).toMatchObject({ content: '**Wet** stone', excerpt: 'Wet stone' });
  });

  it('keeps a draft a draft', async () => {
    const { update } = await authored({ status: 'DRAFT' });
    const reply = await update({ title: 'Still mine' });
    expect(reply.data.updatePost).toMatchObject({ status: 'DRAFT', publishedAt: null });
  });

  it('changes the slug, and accepts the one that the post has', async () => {
    const { update } = await authored();
    const slug = unique('chosen-');
    expect((await update({ slug })).data.updatePost.slug).toBe(slug);
    expect((await update({ slug })).data.updatePost.slug).toBe(slug);
  });

  it('replaces all tags, and an empty list takes them away', async () => {
    const { post, update } = await authored();
    const tag = await api.make.tag(unique('old'), [post.id]);
    const replaced = await update({ tags: ['New', tag.name] });
    expect(replaced.data.updatePost.tags).toEqual([{ name: 'New' }, { name: tag.name }]);
    expect((await update({ tags: [] })).data.updatePost.tags).toEqual([]);
  });

  it('leaves the tags alone when they are not given', async () => {
    const { post, update } = await authored();
    const { name } = await api.make.tag(undefined, [post.id]);
    expect((await update({ title: 'New', tags: null })).data.updatePost.tags).toEqual([{ name }]);
  });

  it('refuses a guest', async () => {
    const { post } = await authored();
    const before = await row(post.id);
    const reply = await api.send(UpdatePost, { id: post.id, input: { title: 'Mine now' } });
    expect(reply).toFailWith('UNAUTHENTICATED');
    expect(await row(post.id)).toEqual(before);
  });

  it.each([
    ['published post', 'FORBIDDEN', 'PUBLISHED'],
    ['draft as missing', 'NOT_FOUND', 'DRAFT'],
  ])("reports a stranger's %s", async (_what, code, status) => {
    const { post } = await authored({ status });
    const before = await row(post.id);
    const stranger = api.as(await api.make.user());
    const input = { title: 'Mine now', tags: ['mine'], slug: unique('mine-'), expectedVersion: 7 };
    expect(await stranger.send(UpdatePost, { id: post.id, input })).toFailWith(code);
    expect(await row(post.id)).toEqual(before);
  });

  it.each(['01a1fc07-45b9-7102-8ac4-232457dc8e35', 'no id at all', '', "' or 1=1", '1'.repeat(5_000)])(
    'reports a post of the id %j as missing',
    async (id) => {
      const reply = await api.as(await api.make.user()).send(UpdatePost, { id, input: { title: 'x' } });
      expect(reply).toFailWith('NOT_FOUND');
    },
  );

  it.each([
    ['title', ''],
    ['title', '  '],
    ['title', 't'.repeat(201)],
    ['title', null],
    ['title', 5],
    ['content', ''],
    ['content', 'c'.repeat(100_001)],
    ['content', null],
    ['slug', ''],
    ['slug', 'Not A Slug'],
    ['slug', null],
    ['tags', Array.from({ length: 21 }, (_, i) => `tag ${i}`)],
    ['expectedVersion', '1'],
    ['expectedVersion', 2 ** 31],
  ])('refuses the %s %j', async (field, value) => {
    const { post, update } = await authored();
    const before = await row(post.id);
    const others = field === 'title' ? {} : { title: 'Valid' };
    expect(await update({ ...others, [field]: value })).toFailWith('BAD_USER_INPUT', ['input', field]);
    expect(await row(post.id)).toEqual(before);
  });

  it.each([
    ['authorId', '01a1fc07-45b9-7102-8ac4-232457dc8e35'],
    ['createdAt', '2020-01-01T00:00:00Z'],
    ['publishedAt', '2020-01-01T00:00:00Z'],
    ['status', 'DRAFT'],
    ['publish', false],
    ['version', 7],
    ['id', '01a1fc07-45b9-7102-8ac4-232457dc8e35'],
  ])('does not let anyone set %s', async (field, value) => {
    const { post, update } = await authored();
    const before = await row(post.id);
    expect(await update({ title: 'Valid', [field]: value })).toFailWith('BAD_USER_INPUT', ['input']);
    expect(await row(post.id)).toEqual(before);
  });

  it.each([{}, { expectedVersion: 1 }, { tags: null }])(
    'asks for something to change in %j',
    async (input) => {
      const { post, update } = await authored();
      expect(await update(input)).toFailWith('BAD_USER_INPUT', ['input']);
      expect(await row(post.id)).toMatchObject({ version: 1 });
    },
  );

  it('saves nothing when one of several changes is impossible', async () => {
    const { post, update } = await authored();
    const before = await row(post.id);
    const { slug } = await api.make.post();
    expect(await update({ title: 'Half', slug })).toFailWith('CONFLICT', ['input', 'slug']);
    expect(await update({ title: 'Half', tags: [''] })).toFailWith('BAD_USER_INPUT', ['input', 'tags', 0]);
    expect(await row(post.id)).toEqual(before);
  });

  it('tells of a newer version instead of overwriting it', async () => {
    const { post, update } = await authored({ version: 5 });
    const reply = await update({ title: 'Late', expectedVersion: 4 });
    expect(reply).toFailWith('STALE_VERSION');
    expect(reply.errors?.[0]?.extensions.currentVersion).toBe(5);
    expect(await row(post.id)).toMatchObject({ title: post.title, version: 5 });
    expect((await update({ title: 'Now', expectedVersion: 5 })).data.updatePost.version).toBe(6);
  });

  it('lets one of ten parallel changes of one version win and tells the others', async () => {
    const { post, update } = await authored();
    const titles = Array.from({ length: 10 }, (_, index) => `Version of writer ${index}`);
    const replies = await Promise.all(titles.map((title) => update({ title, expectedVersion: 1 })));
    const stale = replies.filter((reply) => reply.errors);
    expect(stale).toHaveLength(9);
    for (const reply of stale) expect(reply).toFailWith('STALE_VERSION');
    expect(stale.map((reply) => reply.errors?.[0]?.extensions.currentVersion)).toEqual(Array(9).fill(2));
    const winner = replies.find((reply) => !reply.errors)?.data.updatePost.title;
    expect(await row(post.id)).toMatchObject({ title: winner, version: 2 });
  });

  it('counts every one of ten parallel changes', async () => {
    const { post, update } = await authored();
    const replies = await Promise.all(Array.from({ length: 10 }, (_, i) => update({ title: `Title ${i}` })));
    const versions = replies.map((reply) => reply.data.updatePost.version).sort((a, b) => a - b);
    expect(versions).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(await row(post.id)).toMatchObject({ version: 11 });
  });
});
