import { useApi } from '../support/api.ts';

const api = useApi();
const Archive = 'query ($filter: PostFilter) { archive(filter: $filter) { year month postCount } }';

let author: { id: string; token: string };

/** At the edges of months in UTC, which are in other months elsewhere. */
beforeAll(async () => {
  author = await api.make.user();
  const moments = [
    '2023-12-31T23:59:59.999Z',
    '2024-01-01T00:00:00.000Z',
    '2024-01-31T23:59:59.999Z',
    '2024-03-15T12:00:00Z',
  ];
  for (const moment of moments) {
    await api.make.post({
      author_id: author.id,
      published_at: new Date(moment),
      title: `In ${moment.slice(0, 7)}`,
    });
  }
  await api.make.draft({ author_id: author.id, created_at: new Date('2022-05-05T00:00:00Z') });
  await api.make.post({ published_at: new Date('2024-03-01T00:00:00Z') });
});

describe('the archive', () => {
  const whole = [
    { year: 2024, month: 3, postCount: 2 },
    { year: 2024, month: 1, postCount: 2 },
    { year: 2023, month: 12, postCount: 1 },
  ];

  it('counts what was published by month in UTC, newest first, in one statement', async () => {
    const reply = await api.send(Archive);
    expect(reply.data.archive).toEqual(whole);
    if ((await api.statementsOf(reply)) > 0) expect(await api.statementsOf(reply)).toBe(1);
  });

  it('is the same for everyone: it has no drafts, not even for their author', async () => {
    const filters = [undefined, { status: ['DRAFT', 'PUBLISHED'] }, { not: { status: ['PUBLISHED'] } }];
    for (const viewer of [author, await api.make.user({ role: 'ADMIN' })]) {
      const [all, both, drafts] = await Promise.all(
        filters.map(async (filter) => (await api.as(viewer).send(Archive, { filter })).data.archive),
      );
      expect([all, both, drafts]).toEqual([whole, whole, []]);
    }
  });

  it('can be filtered', async () => {
    const own = (await api.send(Archive, { filter: { authorId: author.id } })).data.archive;
    expect(own[0]).toEqual({ year: 2024, month: 3, postCount: 1 });
    const early = (await api.send(Archive, { filter: { publishedBefore: '2024-01-01T00:00:00Z' } })).data
      .archive;
    expect(early).toEqual(whole.slice(2));
    const ids = Array.from({ length: 101 }, () => author.id);
    expect(await api.send(Archive, { filter: { ids } })).toFailWith('BAD_USER_INPUT', ['filter', 'ids']);
  });

  it('changes with the posts', async () => {
    const { id } = await api.make.post({ published_at: new Date('2021-07-01T00:00:00Z') });
    await api.change('update posts set title = $2 where id = $1', [id, 'Told']);
    expect((await api.send(Archive)).data.archive.at(-1)).toEqual({ year: 2021, month: 7, postCount: 1 });
    await api.change('delete from posts where id = $1', [id]);
    expect((await api.send(Archive)).data.archive).toEqual(whole);
  });
});
