import { type Api, useApi } from '../support/api.ts';
import { withClient } from '../support/database.ts';
import { PostPublished, useLive } from '../support/live.ts';

const api = useApi();
const open = useLive();
let other: Api;
beforeAll(async () => {
  other = await api.another();
});

const Create = 'mutation ($input: CreatePostInput!) { createPost(input: $input) { id } }';
const Publish = 'mutation ($id: ID!) { publishPost(id: $id) { id } }';

async function create(server: Api, user: { token: string }, more: object = {}): Promise<string> {
  const reply = await server.as(user).send(Create, { input: { title: 'News', content: 'x', ...more } });
  expect(reply).toSucceed();
  return reply.data.createPost.id;
}

describe('postPublished', () => {
  it('tells guests of all processes what is published by any of them, in one order', async () => {
    const author = await api.make.user();
    const feeds = [await open(api).posts(), await open(other).posts()];
    const ids: string[] = [];
    for (const server of [api, other, api]) ids.push(await create(server, author));
    for (const feed of feeds) {
      await feed.until(ids[2] as string);
      expect(feed.ids).toEqual(ids);
    }
  });

  it('has what the document asks for, and says what is wrong with it each time', async () => {
    const author = await api.make.user();
    const live = open(api);
    const feed = await live.posts();
    const long = live.subscribe('subscription { postPublished { id excerpt(length: 9999) } }');
    const id = await create(api, author, { tags: ['ink'] });
    await feed.until(id);
    const tags = [{ name: 'ink' }];
    const post = { id, title: 'News', status: 'PUBLISHED', author: { username: author.username }, tags };
    expect(feed.events).toEqual([{ data: { postPublished: post } }]);
    await create(api, author);
    expect(await long.refusal()).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  });

  it('comes when a draft is published, and again when it is published again', async () => {
    const author = await api.make.user();
    const feed = await open(other).posts();
    const draft = await api.make.draft({ author_id: author.id });
    await api.as(author).send(Publish, { id: draft.id });
    await feed.until(draft.id);
    await api.as(author).send('mutation ($id: ID!) { unpublishPost(id: $id) { id } }', { id: draft.id });
    await api.as(author).send(Publish, { id: draft.id });
    const last = await create(api, author);
    await feed.until(last);
    expect(feed.ids).toEqual([draft.id, draft.id, last]);
  });

  it('comes when the time of a scheduled post has come, and not before', async () => {
    const author = await api.make.user();
    const feed = await open(other).posts();
    const { id } = await api.make.draft({ author_id: author.id });
    const Schedule = 'mutation ($id: ID!, $at: DateTime!) { publishPost(id: $id, at: $at) { status } }';
    const at = new Date(Date.now() + 2_000);
    const { data } = await api.as(author).send(Schedule, { id, at });
    expect(data.publishPost.status).toBe('SCHEDULED');
    const before = await create(api, author);
    await feed.until(id);
    expect(feed.ids).toEqual([before, id]);
  });

  it('comes for posts that are saved at the same time too, once for each', async () => {
    const author = await api.make.user();
    const feed = await open(api).posts();
    const ids = await Promise.all(Array.from({ length: 20 }, (_, n) => create(n % 2 ? api : other, author)));
    for (const id of ids) await feed.until(id);
    expect([...feed.ids].sort()).toEqual([...ids].sort());
  });

  it('does not come for drafts and for changes, nor for what is taken back', async () => {
    const author = await api.make.user();
    const feeds = [await open(api).posts(), await open(api, author).posts()];
    await create(api, author, { publish: false });
    const post = await api.make.post({ author_id: author.id });
    const Update = 'mutation ($id: ID!) { updatePost(id: $id, input: { title: "Other" }) { id } }';
    await api.as(author).send(Update, { id: post.id });
    await withClient(api.databaseUrl, async (client) => {
      await client.query('begin');
      await client.query(`update posts set status = 'PUBLISHED' where status = 'DRAFT' and author_id = $1`, [
        author.id,
      ]);
      await client.query('rollback');
    });
    const last = await create(api, author);
    for (const feed of feeds) {
      await feed.until(last);
      expect(feed.ids).toEqual([post.id, last]);
    }
  });

  it('is not sent to anybody once it is a draft again, not even to its author', async () => {
    const author = await api.make.user();
    const feeds = [await open(api).posts(), await open(api, author).posts()];
    const { id } = await api.make.draft({ author_id: author.id });
    // One transaction: what it announces is no longer so when it is heard.
    const Both = 'mutation ($id: ID!) { publishPost(id: $id) { id } unpublishPost(id: $id) { id } }';
    const key = { 'idempotency-key': `both-${id}` };
    expect(await api.request(Both, { id }, author.token, key)).toSucceed();
    const last = await create(api, author);
    for (const feed of feeds) {
      await feed.until(last);
      expect(feed.ids).toEqual([last]);
    }
  });

  it('can be only for a tag, by its name or slug, also one that does not exist yet', async () => {
    const author = await api.make.user();
    const { id: start } = await api.make.post();
    const live = open(api);
    const byName = live.subscribe(PostPublished, { tag: '砚台', after: start });
    const bySlug = live.subscribe(PostPublished, { tag: 'yan-tai', after: start });
    await create(api, author, { tags: ['ink'] });
    const wanted = await create(other, author, { tags: ['砚台', 'ink'] });
    await create(api, author);
    const last = await create(api, author, { tags: ['砚台'] });
    for (const feed of [byName, bySlug]) {
      await feed.until(last);
      expect(feed.ids).toEqual([wanted, last]);
    }
  });
});
