import { useApi } from '../support/api.ts';
import { waitFor } from '../support/process.ts';

const api = useApi();

const found = async (query: string): Promise<number> =>
  (await api.send('query ($query: String!) { searchPosts(query: $query) { totalCount } }', { query })).data
    .searchPosts.totalCount;

/** Rows that somebody else wrote, or that were there before anything could be searched. */
async function forget(ids: string[]): Promise<void> {
  await api.change('delete from post_search where post_id = any($1)', [ids]);
}

const missing = async (): Promise<number> => {
  const { count } = await api.row(
    'select count(*)::int as count from posts where id not in (select post_id from post_search)',
  );
  return count;
};

describe('posts that search knows nothing of', () => {
  it('are found once a process has started, with their tags, and the logs of the processes say it', async () => {
    const author = (await api.make.user()).id;
    const ids: string[] = [];
    for (let n = 0; n < 120; n += 1) {
      ids.push((await api.make.post({ title: `Pelican ${n}`, author_id: author })).id);
    }
    await api.make.tag('estuary', ids.slice(0, 3));
    await forget(ids);
    expect([await found('pelican'), await found('estuary')]).toEqual([0, 0]);
    const others = await Promise.all([api.another(), api.another()]);
    await waitFor(async () => (await missing()) === 0 || undefined);
    expect([await found('pelican'), await found('estuary'), await found('pelican estuary')]).toEqual([
      120, 3, 3,
    ]);
    const indexed = () => {
      const logs = [api, ...others].map(({ running }) => running.log()).join('');
      const counts = [...logs.matchAll(/"indexed":(\d+)/g)].map(([, count]) => Number(count));
      return counts.reduce((sum, count) => sum + count, 0);
    };
    await waitFor(() => indexed() >= 120 || undefined);
  });
});

describe('a post that is changed by many at the same time', () => {
  it('is found by what it says in the end, and by nothing else', async () => {
    const author = await api.make.user();
    const { id } = await api.make.post({ title: 'Avocet', author_id: author.id });
    await forget([id]);
    const Update =
      'mutation ($id: ID!, $input: UpdatePostInput!) { updatePost(id: $id, input: $input) { id } }';
    const words = ['wader', 'lapwing', 'plover', 'curlew', 'dunlin', 'godwit', 'turnstone', 'whimbrel'];
    const update = (word: string) =>
      api.as(author).send(Update, { id, input: { title: `A ${word}`, tags: [`of ${word}`] } });
    const replies = await Promise.all([...words.map(update), api.another()]);
    for (const reply of replies.slice(0, -1)) expect(reply).toSucceed();
    const { title } = await api.row('select title from posts where id = $1', [id]);
    for (const word of words) {
      expect({ word, found: await found(word) }).toEqual({ word, found: title === `A ${word}` ? 1 : 0 });
    }
  });
});
