import { useApi } from '../support/api.ts';

const api = useApi();
const ReadPost = `query ($id: ID, $slug: String) {
  post(id: $id, slug: $slug) {
    id slug title status version author { id username email } viewerCanEdit viewerCanDelete
  }
}`;
const Excerpt = 'query ($id: ID!, $length: Int!) { post(id: $id) { excerpt(length: $length) } }';

describe('post', () => {
  it('is found by id and by slug, by a guest too', async () => {
    const author = await api.make.user();
    const { id, slug, title } = await api.make.post({ author_id: author.id });
    const byId = await api.send(ReadPost, { id });
    expect(byId).toSucceed();
    expect(byId.data.post).toEqual({
      id,
      slug,
      title,
      status: 'PUBLISHED',
      version: 1,
      author: { id: author.id, username: author.username, email: null },
      viewerCanEdit: false,
      viewerCanDelete: false,
    });
    expect((await api.send(ReadPost, { slug })).data).toEqual(byId.data);
  });

  it('is found by an id in capitals', async () => {
    const { id } = await api.make.post();
    expect((await api.send(ReadPost, { id: id.toUpperCase() })).data.post.id).toBe(id);
  });

  it('tells its author, and nobody else, that they may change it', async () => {
    const author = await api.make.user();
    const { id } = await api.make.post({ author_id: author.id });
    const may = { viewerCanEdit: true, viewerCanDelete: true };
    expect((await api.as(author).send(ReadPost, { id })).data.post).toMatchObject(may);
    const stranger = await api.as(await api.make.user()).send(ReadPost, { id });
    expect(stranger.data.post).toMatchObject({ viewerCanEdit: false, viewerCanDelete: false });
  });

  it('is null for a guest and a stranger while it is a draft', async () => {
    const { id, slug } = await api.make.draft();
    const stranger = api.as(await api.make.user());
    expect((await api.send(ReadPost, { id })).data).toEqual({ post: null });
    expect((await api.send(ReadPost, { slug })).data).toEqual({ post: null });
    expect((await stranger.send(ReadPost, { id })).data).toEqual({ post: null });
    expect((await stranger.send(ReadPost, { slug })).data).toEqual({ post: null });
  });

  it('is shown to its author while it is a draft', async () => {
    const author = await api.make.user();
    const { id, slug } = await api.make.draft({ author_id: author.id });
    expect((await api.as(author).send(ReadPost, { slug })).data.post).toMatchObject({ id, status: 'DRAFT' });
  });

  it.each([
    ['missing', { id: '01a1fc07-45b9-7102-8ac4-232457dc8e35' }],
    ['malformed', { id: 'no id at all' }],
    ['empty', { id: '' }],
    ['cut off', { id: '01a1fc07-45b9-7102-8ac4' }],
    ['malicious', { id: "' or 1=1 --" }],
    ['a number', { id: 1 }],
  ])('is null for an id that is %s', async (_kind, variables) => {
    const reply = await api.send(ReadPost, variables);
    expect(reply).toSucceed();
    expect(reply.data).toEqual({ post: null });
  });

  it.each(['', 'nowhere', '%', '_', '墨石', 's'.repeat(10_000)])('is null for the slug %j', async (slug) => {
    await api.make.post();
    const reply = await api.send(ReadPost, { slug });
    expect(reply).toSucceed();
    expect(reply.data).toEqual({ post: null });
  });

  it('wants an id or a slug', async () => {
    expect(await api.send(ReadPost, {})).toFailWith('BAD_USER_INPUT', ['id']);
    expect(await api.send(ReadPost, { id: null, slug: null })).toFailWith('BAD_USER_INPUT', ['id']);
  });

  it('wants an id or a slug and not both', async () => {
    const { id, slug } = await api.make.post();
    expect(await api.send(ReadPost, { id, slug })).toFailWith('BAD_USER_INPUT', ['slug']);
  });

  it.each([
    ['id', { nested: true }],
    ['id', 1.5],
    ['slug', 5],
    ['slug', ['a', 'b']],
  ])('refuses the %s %j', async (argument, value) => {
    const reply = await api.send(ReadPost, { [argument]: value });
    expect(reply).toFailWith('BAD_USER_INPUT', [argument]);
    expect(reply.status).toBe(400);
  });

  it.each([0, -1, 501, 2 ** 31, 1.5])('refuses an excerpt of %d characters', async (length) => {
    const { id } = await api.make.post();
    expect(await api.send(Excerpt, { id, length })).toFailWith('BAD_USER_INPUT', ['length']);
  });
});
