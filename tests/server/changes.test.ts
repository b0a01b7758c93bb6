import { Api, useApi } from '../support/api.ts';
import { askUntilKept, statementsOnceKnown } from '../support/kept.ts';
import { unique } from '../support/make.ts';
import { type Middleman, startMiddleman } from '../support/middleman.ts';
import { waitFor } from '../support/process.ts';

const api = useApi();

const Post = 'query ($id: ID!) { post(id: $id) { title author { displayName } tags { name } } }';
const Update = 'mutation ($id: ID!, $input: UpdatePostInput!) { updatePost(id: $id, input: $input) { id } }';

/** A tagged post, which guests are told of from memory. */
async function keptPost(server: Api = api) {
  const user = await api.make.user();
  const post = await api.make.post({ author_id: user.id });
  const tag = await api.make.tag(undefined, [post.id]);
  await askUntilKept(server, Post, { id: post.id });
  return { user, post, tag };
}

/** Waits for what guests are told of the post to become true. */
const waitUntil = (server: Api, id: string, isTrue: (post: Record<string, unknown> | null) => boolean) =>
  waitFor(async () => (isTrue((await server.send(Post, { id })).data.post) ? true : undefined));

const isGone = (post: unknown) => post === null;

/** Tables that no guest's answer and no session is read from. */
const unannounced = [
  'announcements',
  'audit_events',
  'idempotency_keys',
  'image_files',
  'migrations',
  'one_time_tokens',
  'post_drafts',
  'post_revisions',
  'rate_limits',
  'refresh_tokens',
];

/** What triggers can be for, in pg_trigger.tgtype. */
const everyChange = 4 | 8 | 16 | 32;

it('every table announces every change', async () => {
  const { rows } = await api.db.query<{ name: string; kinds: number }>(`
    select relname as name, coalesce(bit_or(tgtype) filter (where proname = 'announce_change'), 0)::int as kinds
    from pg_class left join pg_trigger on tgrelid = pg_class.oid left join pg_proc on pg_proc.oid = tgfoid
    where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace group by relname order by relname`);
  const silent = rows.filter(({ kinds }) => (kinds & everyChange) !== everyChange).map(({ name }) => name);
  const forgotten = silent.filter((name) => !unannounced.includes(name));
  if (forgotten.length > 0) {
    throw new Error(`No trigger announces all changes of ${forgotten.join(', ')}, so that what guests are told of them
      is never kept. Add a trigger to the migration that makes the table, see docs/guides/read-path.md; when no answer
      to a guest is read from it, name it in \`unannounced\` above.`);
  }
  expect(silent).toEqual(unannounced);
});

describe('what others change in the database shows', () => {
  it.each<[string, (kept: Awaited<ReturnType<typeof keptPost>>) => string, (post: never) => boolean]>([
    [
      'an update',
      ({ post }) => `update posts set title = 'new' where id = '${post.id}'`,
      (post: { title: string }) => post.title === 'new',
    ],
    ['a delete', ({ post }) => `delete from posts where id = '${post.id}'`, isGone],
    [
      'an update of the author',
      ({ user }) => `update users set display_name = 'new' where id = '${user.id}'`,
      (post: { author: { displayName: string } }) => post.author.displayName === 'new',
    ],
    [
      'an update of a tag',
      ({ tag }) => `update tags set name = 'new' where id = '${tag.id}'`,
      (post: { tags: { name: string }[] }) => post.tags[0]?.name === 'new',
    ],
    [
      'the end of a tag',
      ({ tag }) => `delete from tags where id = '${tag.id}'`,
      (post: { tags: [] }) => post.tags.length === 0,
    ],
    [
      'the end of a link',
      ({ tag }) => `delete from post_tags where tag_id = '${tag.id}'`,
      (post: { tags: [] }) => post.tags.length === 0,
    ],
    [
      'a merge',
      ({ post }) =>
        `merge into posts using (values (1)) v(x) on id = '${post.id}' when matched then update set title = 'new'`,
      (post: { title: string }) => post.title === 'new',
    ],
    [
      'a function',
      ({ post }) => `do $$ begin update posts set title = 'new' where id = '${post.id}'; end $$`,
      (post: { title: string }) => post.title === 'new',
    ],
    ['the end of all tags', () => 'truncate tags cascade', (post: { tags: [] }) => post.tags.length === 0],
    ['the end of everything', () => 'truncate users cascade', isGone],
  ])('%s', async (_what, change, isTrue) => {
    const kept = await keptPost();
    await api.db.query(change(kept));
    await waitUntil(api, kept.post.id, isTrue as never);
  });

  it('an insert', async () => {
    const Count = '{ posts { totalCount } }';
    const before = (await askUntilKept(api, Count)).data.posts.totalCount;
    await api.make.post();
    await waitFor(async () =>
      (await api.send(Count)).data.posts.totalCount === before + 1 ? true : undefined,
    );
  });

  it('only when it is committed', async () => {
    const { post } = await keptPost();
    const client = await api.db.connect();
    const change = `update posts set title = 'new' where id = '${post.id}'`;
    await client.query(`begin; ${change}; rollback`);
    await client.query(`begin; ${change}`);
    expect(await api.statementsOf(await api.send(Post, { id: post.id }))).toBe(0);
    await client.query('commit');
    client.release();
    await waitUntil(api, post.id, (shown) => shown?.title === 'new');
  });

  it('nothing when something else is announced', async () => {
    await keptPost();
    await api.db.query(
      "notify inkstone_changes, 'refresh_tokens'; notify inkstone_changes; notify inkstone_changes, ' '",
    );
    await keptPost();
    expect(api.running.log()).not.toMatch(/"level":(50|60)/);
  });
});

describe('a listening connection', () => {
  let middleman: Middleman;
  let server: Api;
  beforeAll(async () => {
    middleman = await startMiddleman(api.databaseUrl);
    server = await api.another({ DATABASE_URL: middleman.url });
  });
  afterEach(() => middleman.release());
  afterAll(() => middleman.stop());

  it('that is killed is made anew, and nothing that changed meanwhile is overlooked', async () => {
    for (let n = 0; n < 3; n += 1) {
      const { post } = await keptPost();
      const title = unique('new ');
      await api.db.query(`select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'inkstone changes' and datname = current_database()`);
      await api.db.query('update posts set title = $2 where id = $1', [post.id, title]);
      await waitUntil(api, post.id, (shown) => shown?.title === title);
      expect((await askUntilKept(api, Post, { id: post.id })).data.post.title).toBe(title);
    }
  });

  it('that cannot be made leaves nothing kept, and says so once', async () => {
    const server = await api.another({ DATABASE_URL: middleman.url });
    const { user, post } = await keptPost(server);
    middleman.refuse('inkstone changes');
    const ask = () => server.send(Post, { id: post.id });
    await waitFor(async () => ((await server.statementsOf(await ask())) > 0 ? true : undefined));
    expect(await statementsOnceKnown(server, ask)).toBe(1);
    const viewer = server.as(user);
    expect(await statementsOnceKnown(server, () => viewer.send('{ viewer { id } }'))).toBe(1);

    const title = unique('new ');
    await server.as(user).send(Update, { id: post.id, input: { title } });
    expect((await ask()).data.post.title).toBe(title);
    middleman.release();
    await askUntilKept(server, Post, { id: post.id });
    expect(server.running.log().match(/changes cannot be heard/g)).toHaveLength(1);
    expect(server.running.log().match(/changes are heard again/g)).toHaveLength(1);
  });

  it('that is gone with the whole database leaves nothing to tell, and nothing old afterwards', async () => {
    const { post } = await keptPost(server);
    const title = unique('new ');
    middleman.refuse('inkstone changes');
    middleman.refuse('inkstone');
    await waitFor(async () => {
      const reply = await server.send(Post, { id: post.id });
      return reply.errors?.[0]?.extensions.code === 'SERVICE_UNAVAILABLE' ? true : undefined;
    });
    await api.db.query('update posts set title = $2 where id = $1', [post.id, title]);
    middleman.release();
    const reply = await waitFor(async () => {
      const answer = await server.send(Post, { id: post.id });
      return answer.errors ? undefined : answer;
    });
    expect(reply.data.post.title).toBe(title);
    expect((await askUntilKept(server, Post, { id: post.id })).data.post.title).toBe(title);
  });

  it('that goes silent is noticed', async () => {
    const { post } = await keptPost(server);
    const title = unique('new ');
    middleman.hold('inkstone changes');
    await api.db.query('update posts set title = $2 where id = $1', [post.id, title]);
    await waitUntil(server, post.id, (shown) => shown?.title === title);
    await askUntilKept(server, Post, { id: post.id });
  });

  it('that goes silent hides nobody their own changes', async () => {
    const { user, post } = await keptPost(server);
    const title = unique('new ');
    middleman.hold('inkstone changes');
    await server.as(user).send(Update, { id: post.id, input: { title } });
    expect((await server.send(Post, { id: post.id })).data.post.title).toBe(title);
  });

  it('that went silent does not keep the process from ending', async () => {
    const other = await api.another({ DATABASE_URL: middleman.url });
    const lastBeat = `select query_start as moment from pg_stat_activity where datname = current_database()
      and application_name = 'inkstone changes' order by backend_start desc limit 1`;
    const { moment } = await api.row(lastBeat);
    await waitFor(async () => ((await api.row(lastBeat)).moment > moment ? true : undefined));
    middleman.hold('inkstone changes');
    expect((await other.running.stop()).code).toBe(0);
  });

  it('that tells of a change while an answer is on its way keeps that answer from being kept', async () => {
    const other = await api.another({ DATABASE_URL: middleman.url });
    const { post: known } = await keptPost(other);
    const post = await api.make.post();
    const held = middleman.holdNext('inkstone');
    const first = other.send(Post, { id: post.id });
    await held;
    await api.db.query("update posts set title = 'new' where id = any($1)", [[post.id, known.id]]);
    await waitUntil(other, known.id, (shown) => shown?.title === 'new');
    middleman.release();
    expect((await first).data.post.title).toBe(post.title);
    expect((await other.send(Post, { id: post.id })).data.post.title).toBe('new');
  });

  it.each(['which hears changes', 'which hears nothing'])(
    'or not: who asks a server %s after a change is not told what was read before it',
    async (which) => {
      const other = await api.another({ DATABASE_URL: middleman.url });
      const { user } = await keptPost(other);
      const post = await api.make.post({ author_id: user.id });
      if (/nothing/.test(which)) {
        middleman.refuse('inkstone changes');
        await waitFor(() => (/cannot be heard/.test(other.running.log()) ? true : undefined));
      }
      // The answer of the database to the first stays on its way.
      const held = middleman.holdNext('inkstone');
      const first = other.send(Post, { id: post.id });
      await held;
      const title = unique('new ');
      expect(await other.as(user).send(Update, { id: post.id, input: { title } })).toSucceed();
      const second = other.send(Post, { id: post.id });
      // Until it waits, or has been answered.
      await Promise.race([second, other.send('{ __typename }')]);
      middleman.release();
      expect((await first).data.post.title).toBe(post.title);
      expect((await second).data.post.title).toBe(title);
    },
  );
});

describe('a table without a trigger that is enabled', () => {
  const quiet = new Api();
  beforeAll(async () => {
    await quiet.start({});
    await quiet.db.query('alter table tags disable trigger announce_change');
    await quiet.running.stop();
    quiet.running = (await quiet.another()).running;
  });
  afterAll(() => quiet.stop());

  it('leaves nothing kept that is read from it, whoever announces it', async () => {
    const { id } = await quiet.make.post();
    await askUntilKept(quiet, '{ posts { totalCount } }');
    for (const announcement of ['select', "notify inkstone_changes, 'tags'", 'select']) {
      await quiet.db.query(announcement);
      expect(await statementsOnceKnown(quiet, () => quiet.send(Post, { id }))).toBe(1);
    }
  });
});

it('behind a connection pooler nothing is kept', async () => {
  const middleman = await startMiddleman(api.databaseUrl, { isPooler: true });
  const server = await api.another({ DATABASE_URL: middleman.url });
  const { id } = await api.make.post();
  expect(await statementsOnceKnown(server, () => server.send(Post, { id }))).toBe(1);
  expect(server.running.log()).toMatch(/nothing is kept/);
  expect(server.running.log()).toMatch(/pooler/);
  await server.running.stop();
  middleman.stop();
});
