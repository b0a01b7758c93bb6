import { useApi } from '../support/api.ts';

const api = useApi();
const DeletePost = 'mutation ($id: ID!) { deletePost(id: $id) }';
const CreatePost = 'mutation ($input: CreatePostInput!) { createPost(input: $input) { slug } }';
const ReadPost = 'query ($id: ID!) { post(id: $id) { id } }';

const row = (id: string) => api.row('select * from posts where id = $1', [id]);
const authored = async (columns = {}) => {
  const user = await api.make.user();
  const post = await api.make.post({ author_id: user.id, ...columns });
  return { ...post, user, remove: () => api.as(user).send(DeletePost, { id: post.id }) };
};

describe('deletePost', () => {
  it('deletes a post for good and returns its id', async () => {
    const { id, remove } = await authored();
    const reply = await remove();
    expect(reply).toSucceed();
    expect(reply.data.deletePost).toBe(id);
    expect(await row(id)).toBeUndefined();
    expect((await api.send(ReadPost, { id })).data.post).toBeNull();
  });

  it('deletes a draft of the viewer', async () => {
    const { id, remove } = await authored({ status: 'DRAFT', published_at: null });
    expect((await remove()).data.deletePost).toBe(id);
    expect(await row(id)).toBeUndefined();
  });

  it('leaves the tags, and the posts that share them', async () => {
    const { id, remove } = await authored();
    const other = await api.make.post();
    const tag = await api.make.tag(undefined, [id, other.id]);
    expect(await remove()).toSucceed();
    const { rows } = await api.db.query('select post_id from post_tags where tag_id = $1', [tag.id]);
    expect(rows).toEqual([{ post_id: other.id }]);
  });

  it('frees the slug', async () => {
    const { slug, user, remove } = await authored();
    await remove();
    const reply = await api.as(user).send(CreatePost, { input: { title: 'Again', content: 'text', slug } });
    expect(reply.data.createPost.slug).toBe(slug);
  });

  it('reports a deleted post as missing', async () => {
    const { remove } = await authored();
    await remove();
    expect(await remove()).toFailWith('NOT_FOUND');
  });

  it('succeeds once when called five times at once', async () => {
    const { remove } = await authored();
    const replies = await Promise.all(Array.from({ length: 5 }, remove));
    const refused = replies.filter((reply) => reply.errors);
    expect(refused).toHaveLength(4);
    for (const reply of refused) expect(reply).toFailWith('NOT_FOUND');
  });

  it('refuses a guest', async () => {
    const { id } = await authored();
    expect(await api.send(DeletePost, { id })).toFailWith('UNAUTHENTICATED');
    expect(await row(id)).toMatchObject({ id });
  });

  it('refuses a stranger', async () => {
    const { id } = await authored();
    expect(await api.as(await api.make.user()).send(DeletePost, { id })).toFailWith('FORBIDDEN');
    expect(await row(id)).toMatchObject({ id });
  });

  it("reports a stranger's draft as missing", async () => {
    const { id } = await api.make.draft();
    expect(await api.as(await api.make.user()).send(DeletePost, { id })).toFailWith('NOT_FOUND');
    expect(await row(id)).toMatchObject({ id });
  });

  it.each(['01a1fc07-45b9-7102-8ac4-232457dc8e35', 'no id at all', '', '%'])(
    'reports a post of the id %j as missing',
    async (id) => {
      expect(await api.as(await api.make.user()).send(DeletePost, { id })).toFailWith('NOT_FOUND');
    },
  );

  it.each([null, { id: 1 }, 1.5])('refuses the id %j', async (id) => {
    const reply = await api.as(await api.make.user()).send(DeletePost, { id });
    expect(reply).toFailWith('BAD_USER_INPUT', ['id']);
  });
});
