import { type Api, useApi } from '../support/api.ts';
import { PostPublished, useLive } from '../support/live.ts';
import { waitFor } from '../support/process.ts';

const api = useApi();
const open = useLive();

const make = async (count: number, server: Api = api): Promise<string[]> => {
  const author = await server.make.user();
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) ids.push((await server.make.post({ author_id: author.id })).id);
  return ids;
};

describe('postPublished after a post', () => {
  it('first sends what was published since, oldest first, then goes on', async () => {
    const [seen, ...missed] = await make(4);
    const feed = open(api).subscribe(PostPublished, { after: seen });
    await feed.until(missed[2] as string);
    const more = await make(2);
    await feed.until(more[1] as string);
    expect(feed.ids).toEqual([...missed, ...more]);
  });

  it('misses nothing and sends nothing twice while others publish, whenever it is cut', async () => {
    const author = await api.make.user();
    const other = await api.another();
    const [start = ''] = await make(1);
    const Create = 'mutation { createPost(input: { title: "T", content: "x" }) { id } }';
    const published: string[] = [];
    const write = async (server: Api) => {
      for (let n = 0; n < 30; n += 1) {
        const { data } = await server.as(author).send(Create);
        published.push(data.createPost.id);
      }
    };
    const writing = Promise.all([write(api), write(other), write(api), write(other)]);
    const received: string[] = [];
    let isOver = false;
    void writing.then(() => {
      isOver = true;
    });
    for (let n = 0; !isOver || received.length < published.length; n += 1) {
      const live = open(n % 2 ? api : other);
      const feed = live.subscribe(PostPublished, { after: received.at(-1) ?? start });
      await waitFor(() => feed.events.length > 0 || isOver || undefined);
      await live.client.dispose();
      received.push(...(feed.ids as string[]));
    }
    await writing;
    expect(received).toHaveLength(published.length);
    expect([...received].sort()).toEqual([...published].sort());
  });

  it('goes on although the post is not there any more, or nobody may read it', async () => {
    const [deleted, hidden, ...rest] = await make(3);
    await api.db.query('delete from posts where id = $1', [deleted]);
    await api.db.query(`update posts set status = 'DRAFT', published_at = null where id = $1`, [hidden]);
    for (const after of [deleted, hidden]) {
      const feed = open(api).subscribe(PostPublished, { after });
      await feed.until(rest[0] as string);
      expect(feed.ids).toEqual(rest);
    }
  });

  it('is refused when nothing is known of the post', async () => {
    const draft = await api.make.draft();
    for (const after of [draft.id, '0192aaaa-0000-7000-8000-000000000000', 'x', '']) {
      const { extensions } = await open(api).subscribe(PostPublished, { after }).refusal();
      const [field] = extensions.fields ?? [];
      expect([extensions.code, field]).toMatchObject([
        'BAD_USER_INPUT',
        { path: ['after'], code: 'UNKNOWN' },
      ]);
    }
  });

  it('is refused when more than 100 came after it, of what is asked for', async () => {
    const ids = await make(102);
    const tooMuch = open(api).subscribe(PostPublished, { after: ids[0] });
    expect((await tooMuch.refusal()).extensions.fields).toMatchObject([{ path: ['after'], code: 'TOO_OLD' }]);
    const enough = open(api).subscribe(PostPublished, { after: ids[1] });
    await enough.until(ids[101] as string);
    expect(enough.ids).toEqual(ids.slice(2));
    await api.make.tag('rare', [ids[50] as string]);
    const tagged = open(api).subscribe(PostPublished, { after: ids[0], tag: 'rare' });
    await tagged.until(ids[50] as string);
  });
});
