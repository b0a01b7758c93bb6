import { type Reply, useApi } from '../support/api.ts';
import { waitFor } from '../support/process.ts';

const api = useApi();
const SchedulePost = `mutation ($id: ID!, $at: DateTime) {
  publishPost(id: $id, at: $at) { status publishedAt version }
}`;
const UnpublishPost = 'mutation ($id: ID!) { unpublishPost(id: $id) { status publishedAt } }';
const UpdatePost = 'mutation ($id: ID!) { updatePost(id: $id, input: { title: "Changed" }) { status } }';
const DeletePost = 'mutation ($id: ID!) { deletePost(id: $id) }';
const ReadPost = 'query ($id: ID!) { post(id: $id) { status publishedAt version } }';

const row = (id: string) => api.row('select * from posts where id = $1', [id]);
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1_000).toISOString();
const inYears = (years: number) => inSeconds(years * 365.25 * 24 * 60 * 60);
const isPublic = (id: string) => waitFor(async () => (await row(id)).status === 'PUBLISHED' || undefined);

/** A draft, and its author's calls for it. */
const authored = async (columns = {}) => {
  const user = await api.make.user();
  const draft = { status: 'DRAFT', published_at: null };
  const { id } = await api.make.post({ author_id: user.id, ...draft, ...columns });
  const call = (document: string, variables = {}) => api.as(user).send(document, { id, ...variables });
  return { id, user, call, schedule: (at: unknown) => call(SchedulePost, { at }) };
};

const planned = ({ data }: Reply) => data.publishPost;

/** Returns when all jobs that are due by now have been done. */
const jobsDone = () =>
  waitFor(async () => {
    const due = "select 1 from pgboss.job where state < 'completed' and start_after <= now()";
    return (await api.row(due)) === undefined || undefined;
  });

describe('publishPost with a future moment', () => {
  it('shows the post to its author alone until then', async () => {
    const { id, call, schedule } = await authored();
    const at = inSeconds(3_600);
    const reply = await schedule(at);
    expect(reply).toSucceed();
    expect(planned(reply)).toEqual({ status: 'SCHEDULED', publishedAt: at, version: 2 });
    expect((await call(ReadPost)).data.post).toEqual(planned(reply));
    for (const role of ['USER', 'EDITOR', 'ADMIN']) {
      const other = api.as(await api.make.user({ role }));
      expect((await other.send(ReadPost, { id })).data.post).toBeNull();
    }
    expect((await api.send(ReadPost, { id })).data.post).toBeNull();
  });

  it('publishes it when the moment has come, for guests who were told before that there is nothing', async () => {
    const { id, schedule } = await authored();
    const at = inSeconds(1);
    expect(await schedule(at)).toSucceed();
    for (let time = 0; time < 5; time += 1) await api.send(ReadPost, { id });
    await isPublic(id);
    const { updated_at } = await row(id);
    expect(updated_at.getTime()).toBeGreaterThanOrEqual(Date.parse(at));
    const seen = await waitFor(async () => (await api.send(ReadPost, { id })).data.post ?? undefined);
    expect(seen).toEqual({ status: 'PUBLISHED', publishedAt: at, version: 3 });
  });

  it('publishes a hundred posts of one moment once each, with three processes', async () => {
    const others = [await api.another(), await api.another()];
    const user = await api.make.user();
    const at = inSeconds(4);
    const drafts = await Promise.all(
      Array.from({ length: 100 }, () => api.make.draft({ author_id: user.id })),
    );
    const replies = await Promise.all(
      drafts.map(({ id }, n) => (others[n % 3] ?? api).as(user).send(SchedulePost, { id, at })),
    );
    for (const reply of replies) expect(reply).toSucceed();
    for (const { id } of drafts) await isPublic(id);
    await jobsDone();
    const counted = await api.row(
      'select count(*)::int, min(version), max(version) from posts where author_id = $1',
      [user.id],
    );
    expect(counted).toEqual({ count: 100, min: 3, max: 3 });
  });

  it('can be put off, and the older moment passes', async () => {
    const [post, other] = [await authored(), await authored()];
    await post.schedule(inSeconds(1));
    const later = inSeconds(3_600);
    expect(planned(await post.schedule(later))).toMatchObject({ publishedAt: later, version: 3 });
    await other.schedule(inSeconds(1));
    await isPublic(other.id);
    await jobsDone();
    expect((await post.call(ReadPost)).data.post).toMatchObject({ status: 'SCHEDULED', publishedAt: later });
  });

  it('can be called off, and then nothing happens', async () => {
    const [taken, removed, other] = [await authored(), await authored(), await authored()];
    for (const post of [taken, removed, other]) await post.schedule(inSeconds(1));
    const reply = await taken.call(UnpublishPost);
    expect(reply.data.unpublishPost).toEqual({ status: 'DRAFT', publishedAt: null });
    expect(await removed.call(DeletePost)).toSucceed();
    await isPublic(other.id);
    await jobsDone();
    expect(await row(taken.id)).toMatchObject({ status: 'DRAFT', published_at: null });
    expect(await row(removed.id)).toBeUndefined();
  });

  it('lets the post be changed meanwhile', async () => {
    const { id, call, schedule } = await authored();
    await schedule(inSeconds(1));
    expect((await call(UpdatePost)).errors).toBeUndefined();
    await isPublic(id);
    expect(await row(id)).toMatchObject({ title: 'Changed', version: 4 });
  });

  it('changes nothing when the moment is the one that is planned', async () => {
    const { id, schedule } = await authored();
    const at = inSeconds(3_600);
    await schedule(at);
    const before = await row(id);
    expect(planned(await schedule(at))).toMatchObject({ version: 2 });
    expect(await row(id)).toEqual(before);
  });

  it('can be published at once after all', async () => {
    const { call, schedule } = await authored();
    const at = inSeconds(3_600);
    await schedule(at);
    const { status, publishedAt } = planned(await call(SchedulePost));
    expect(status).toBe('PUBLISHED');
    expect(Date.parse(publishedAt)).toBeLessThan(Date.parse(at));
  });

  it('is refused for what is published already', async () => {
    const { id, schedule } = await authored({ status: 'PUBLISHED', published_at: new Date() });
    const before = await row(id);
    expect(await schedule(inSeconds(60))).toFailWith('CONFLICT');
    expect(await row(id)).toEqual(before);
  });
});

describe('publishPost with a past moment', () => {
  it('publishes at once, with that date and its place in lists', async () => {
    const { user, schedule } = await authored();
    await api.make.post({ author_id: user.id, title: 'Newer', published_at: new Date('2001-01-01') });
    const reply = await schedule('1066-10-14T09:00:00.000Z');
    expect(planned(reply)).toEqual({
      status: 'PUBLISHED',
      publishedAt: '1066-10-14T09:00:00.000Z',
      version: 2,
    });
    const List = 'query ($id: ID!) { posts(filter: { authorId: $id }) { nodes { title publishedAt } } }';
    const { nodes } = (await api.send(List, { id: user.id })).data.posts;
    expect(nodes).toMatchObject([{ title: 'Newer' }, { publishedAt: '1066-10-14T09:00:00.000Z' }]);
  });

  it('gives what is published another date', async () => {
    const { schedule } = await authored({ status: 'PUBLISHED', published_at: new Date('2020-02-02') });
    const reply = await schedule('2019-01-01T00:00:00.000Z');
    expect(planned(reply)).toMatchObject({ publishedAt: '2019-01-01T00:00:00.000Z', version: 2 });
  });

  it('takes a moment in another time zone for what it is', async () => {
    const reply = await (await authored()).schedule('2020-01-01T02:00:00+08:00');
    expect(planned(reply)).toMatchObject({ publishedAt: '2019-12-31T18:00:00.000Z' });
  });
});

describe('a refusal', () => {
  it.each([
    '0999-12-31T23:59:59.999Z',
    '0000-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
    inYears(10.1),
    'tomorrow',
    '2026-02-30T00:00:00Z',
    '2026-13-01T00:00:00Z',
    1,
    '',
  ])('of the date %j changes nothing', async (at) => {
    const { id, schedule } = await authored();
    expect(await schedule(at)).toFailWith('BAD_USER_INPUT', ['at']);
    expect(await row(id)).toMatchObject({ status: 'DRAFT', published_at: null, version: 1 });
  });

  it('of a guest, of a stranger and of an editor changes nothing', async () => {
    const { id, schedule } = await authored();
    const at = inSeconds(3_600);
    await schedule(at);
    const before = await row(id);
    const later = { id, at: inSeconds(7_200) };
    expect(await api.send(SchedulePost, later)).toFailWith('UNAUTHENTICATED');
    for (const role of ['USER', 'EDITOR']) {
      const other = api.as(await api.make.user({ role }));
      expect(await other.send(SchedulePost, later)).toFailWith('NOT_FOUND');
      expect(await other.send(UnpublishPost, { id })).toFailWith('NOT_FOUND');
    }
    expect(await row(id)).toEqual(before);
  });
});

it('what came due while nothing ran is published after the start, with the moment that was planned', async () => {
  const author_id = (await api.make.user()).id;
  // As after a long rest: the post is due, and its job has been dropped.
  const published_at = new Date('2024-05-06T07:08:09Z');
  const { id } = await api.make.scheduled({ author_id, published_at });
  await api.another();
  await isPublic(id);
  expect(await row(id)).toMatchObject({ published_at, version: 2 });
});

it('what a deleted user had planned goes with them', async () => {
  const { id, user, schedule } = await authored();
  await schedule(inSeconds(3_600));
  const admin = api.as(await api.make.user({ role: 'ADMIN' }));
  expect(await admin.send('mutation ($id: ID!) { deleteUser(id: $id) }', { id: user.id })).toSucceed();
  expect(await row(id)).toBeUndefined();
});
