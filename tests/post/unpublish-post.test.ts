import { useApi } from '../support/api.ts';

const api = useApi();
const UnpublishPost = 'mutation ($id: ID!) { unpublishPost(id: $id) { id status publishedAt version } }';
const PublishPost = 'mutation ($id: ID!) { publishPost(id: $id) { publishedAt } }';
const ReadPost = 'query ($id: ID!) { post(id: $id) { id } }';
const List = 'query ($author: ID!) { posts(filter: { authorId: $author }) { totalCount nodes { id } } }';

const row = (id: string) => api.row('select * from posts where id = $1', [id]);
const published = async (columns = {}) => {
  const user = await api.make.user();
  const { id } = await api.make.post({ author_id: user.id, ...columns });
  return { id, user, unpublish: () => api.as(user).send(UnpublishPost, { id }) };
};

describe('unpublishPost', () => {
  it('makes a post a draft again', async () => {
    const { id, unpublish } = await published();
    const reply = await unpublish();
    expect(reply).toSucceed();
    expect(reply.data.unpublishPost).toEqual({ id, status: 'DRAFT', publishedAt: null, version: 2 });
  });

  it('hides it from everyone but its author at once', async () => {
    const { id, user, unpublish } = await published();
    await unpublish();
    expect((await api.send(ReadPost, { id })).data.post).toBeNull();
    expect((await api.send(List, { author: user.id })).data.posts).toEqual({ totalCount: 0, nodes: [] });
    const own = await api.as(user).send(List, { author: user.id });
    expect(own.data.posts).toEqual({ totalCount: 1, nodes: [{ id }] });
  });

  it('lets it be published again, at a new time', async () => {
    const { id, user, unpublish } = await published({ published_at: new Date('2020-01-01') });
    const before = Date.now();
    await unpublish();
    const reply = await api.as(user).send(PublishPost, { id });
    expect(Date.parse(reply.data.publishPost.publishedAt)).toBeGreaterThanOrEqual(before);
  });

  it('changes nothing of a draft', async () => {
    const { id, unpublish } = await published({ status: 'DRAFT', published_at: null });
    const before = await row(id);
    expect(await unpublish()).toSucceed();
    expect(await row(id)).toEqual(before);
  });

  it('refuses a guest', async () => {
    const { id } = await published();
    expect(await api.send(UnpublishPost, { id })).toFailWith('UNAUTHENTICATED');
    expect(await row(id)).toMatchObject({ status: 'PUBLISHED', version: 1 });
  });

  it('refuses a stranger', async () => {
    const { id } = await published();
    expect(await api.as(await api.make.user()).send(UnpublishPost, { id })).toFailWith('FORBIDDEN');
    expect(await row(id)).toMatchObject({ status: 'PUBLISHED', version: 1 });
  });

  it("reports a stranger's draft as missing", async () => {
    const { id } = await api.make.draft();
    expect(await api.as(await api.make.user()).send(UnpublishPost, { id })).toFailWith('NOT_FOUND');
  });

  it.each(['01a1fc07-45b9-7102-8ac4-232457dc8e35', 'no id at all', ''])(
    'reports a post of the id %j as missing',
    async (id) => {
      expect(await api.as(await api.make.user()).send(UnpublishPost, { id })).toFailWith('NOT_FOUND');
    },
  );

  it.each([null, { id: 1 }, 1.5])('refuses the id %j', async (id) => {
    const reply = await api.as(await api.make.user()).send(UnpublishPost, { id });
    expect(reply).toFailWith('BAD_USER_INPUT', ['id']);
  });
});
