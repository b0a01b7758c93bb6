import { useApi } from '../support/api.ts';

const api = useApi();
const PublishPost =
  'mutation ($id: ID!) { publishPost(id: $id) { id status publishedAt updatedAt version } }';
const ReadPost = 'query ($id: ID!) { post(id: $id) { id } }';

const row = (id: string) => api.row('select * from posts where id = $1', [id]);
const authoredDraft = async () => {
  const user = await api.make.user();
  const draft = await api.make.draft({ author_id: user.id });
  return { id: draft.id, user, publish: () => api.as(user).send(PublishPost, { id: draft.id }) };
};

describe('publishPost', () => {
  it('makes a draft readable for everyone', async () => {
    const { id, publish } = await authoredDraft();
    const before = Date.now();
    const reply = await publish();
    expect(reply).toSucceed();
    const { publishedAt, ...post } = reply.data.publishPost;
    expect(post).toEqual({ id, status: 'PUBLISHED', version: 2, updatedAt: publishedAt });
    expect(Date.parse(publishedAt)).toBeGreaterThanOrEqual(before);
    expect((await api.send(ReadPost, { id })).data.post).toEqual({ id });
  });

  it('changes nothing of a published post', async () => {
    const { id, publish } = await authoredDraft();
    const first = await publish();
    const before = await row(id);
    expect((await publish()).data).toEqual(first.data);
    expect(await row(id)).toEqual(before);
  });

  it('counts one version when called ten times at once', async () => {
    const { id, publish } = await authoredDraft();
    const replies = await Promise.all(Array.from({ length: 10 }, publish));
    for (const reply of replies) expect(reply).toSucceed();
    expect(await row(id)).toMatchObject({ status: 'PUBLISHED', version: 2 });
  });

  it('refuses a guest', async () => {
    const { id } = await authoredDraft();
    expect(await api.send(PublishPost, { id })).toFailWith('UNAUTHENTICATED');
    expect(await row(id)).toMatchObject({ status: 'DRAFT', published_at: null, version: 1 });
  });

  it("reports a stranger's draft as missing", async () => {
    const { id } = await authoredDraft();
    expect(await api.as(await api.make.user()).send(PublishPost, { id })).toFailWith('NOT_FOUND');
    expect(await row(id)).toMatchObject({ status: 'DRAFT', published_at: null, version: 1 });
  });

  it("refuses a stranger's published post", async () => {
    const { id } = await api.make.post();
    expect(await api.as(await api.make.user()).send(PublishPost, { id })).toFailWith('FORBIDDEN');
  });

  it.each(['01a1fc07-45b9-7102-8ac4-232457dc8e35', 'no id at all', ''])(
    'reports a post of the id %j as missing',
    async (id) => {
      expect(await api.as(await api.make.user()).send(PublishPost, { id })).toFailWith('NOT_FOUND');
    },
  );

  it.each([null, { id: 1 }, [['nested']], 1.5, true])('refuses the id %j', async (id) => {
    const reply = await api.as(await api.make.user()).send(PublishPost, { id });
    expect(reply).toFailWith('BAD_USER_INPUT', ['id']);
    expect(reply.status).toBe(400);
  });
});
