import { randomUUID } from 'node:crypto';
import { type Api, useApi } from '../support/api.ts';
import { withClient } from '../support/database.ts';
import { password, type TestUser, unique } from '../support/make.ts';
import { waitFor } from '../support/process.ts';
import { formOf, png, sendForm, type TestFile } from '../support/upload.ts';

const api = useApi();

const Create =
  'mutation ($input: CreatePostInput!) { createPost(input: $input) { id title slug createdAt } }';

const newInput = () => ({ title: unique('Once '), content: 'Only once.', tags: [unique('once')] });

type Request = { query: string; variables?: object };

/** Sends with a key; `text` is the answer as it came. */
async function send(user: Pick<TestUser, 'token'> | null, key: string, request: Request, to: Api = api) {
  const reply = await fetch(to.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': key,
      ...(user && { authorization: `Bearer ${user.token}` }),
    },
    body: JSON.stringify(request),
  });
  const text = await reply.text();
  return { status: reply.status, headers: reply.headers, text, ...JSON.parse(text) };
}

const titlesOf = async (user: TestUser): Promise<string[]> => {
  const { rows } = await api.db.query('select title from posts where author_id = $1 order by 1', [user.id]);
  return rows.map(({ title }) => title);
};

const keysOf = async (user: TestUser): Promise<string[]> => {
  const { rows } = await api.db.query('select key from idempotency_keys where user_id = $1', [user.id]);
  return rows.map(({ key }) => key);
};

describe('a mutation with an Idempotency-Key', () => {
  it('is done once when twenty of it come at the same time, and all get one answer', async () => {
    const user = await api.make.user();
    const request = { query: Create, variables: { input: newInput() } };
    const key = randomUUID();
    const replies = await Promise.all(Array.from({ length: 20 }, () => send(user, key, request)));
    const [first] = replies;
    expect(first?.data.createPost.title).toBe(request.variables.input.title);
    expect(new Set(replies.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(await titlesOf(user)).toEqual([request.variables.input.title]);
  });

  it('is done once by two processes, and answered the same by one that starts later', async () => {
    const user = await api.make.user();
    const second = await api.another();
    const request = { query: Create, variables: { input: newInput() } };
    const key = randomUUID();
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, n) => send(user, key, request, n % 2 ? second : api)),
    );
    await second.running.stop();
    replies.push(await send(user, key, request, await api.another()));
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
    expect(replies[0]).not.toHaveProperty('errors');
    expect(await titlesOf(user)).toHaveLength(1);
  });

  it('with another body is CONFLICT, whatever of it is other, and has no effect', async () => {
    const user = await api.make.user();
    const request = { query: Create, variables: { input: newInput() } };
    const key = randomUUID();
    await send(user, key, request);
    const others = [
      { ...request, variables: { input: newInput() } },
      { ...request, query: `${Create} ` },
      { ...request, query: `${Create.replace('mutation', 'mutation Named')}`, operationName: 'Named' },
    ];
    for (const other of others) {
      const reply = await send(user, key, other);
      expect(reply).toFailWith('CONFLICT');
      expect(reply.status).toBe(200);
      expect(reply.errors[0].message).toMatch(/Take a new one/);
    }
    expect(await titlesOf(user)).toHaveLength(1);
  });

  it('of another viewer is theirs: the key and body of somebody else get nothing of it', async () => {
    const [ada, bob] = [await api.make.user(), await api.make.user()];
    const request = { query: Create, variables: { input: newInput() } };
    const key = randomUUID();
    const hers = await send(ada, key, request);
    const his = await send(bob, key, request);
    expect(his.data.createPost.id).not.toBe(hers.data.createPost.id);
    expect(await send(bob, key, { query: Create, variables: { input: newInput() } })).toFailWith('CONFLICT');
    expect((await send(ada, key, request)).text).toBe(hers.text);
    expect([await titlesOf(ada), await titlesOf(bob)].map(({ length }) => length)).toEqual([1, 1]);
  });

  it('is forgotten after a day: it counts no more, and then it goes', async () => {
    const user = await api.make.user();
    const request = { query: Create, variables: { input: newInput() } };
    const [key, other] = [randomUUID(), randomUUID()];
    const first = await send(user, key, request);
    await send(user, other, request);
    const age =
      "update idempotency_keys set created_at = now() - interval '24 hours 1 second' where user_id = $1";
    await api.db.query(age, [user.id]);
    const again = await send(user, key, request);
    expect(again.data.createPost.id).not.toBe(first.data.createPost.id);
    expect((await send(user, key, request)).text).toBe(again.text);
    // Waiting for a day is made short.
    const due =
      "update pgboss.job set start_after = now() where name = 'idempotency-key-sweep' returning start_after";
    expect((await api.db.query(due)).rowCount).toBeGreaterThan(0);
    await waitFor(async () => ((await keysOf(user)).length === 1 ? true : undefined));
    expect(await keysOf(user)).toEqual([key]);
  });

  it('answers with what it has just done, relations and lists too', async () => {
    const user = await api.make.user();
    const query = `mutation ($input: CreatePostInput!) {
      createPost(input: $input) { title tags { name } author { username posts(first: 5) { totalCount nodes { title } } } }
    }`;
    const { tags, title, ...rest } = newInput();
    const { data } = await send(user, randomUUID(), {
      query,
      variables: { input: { tags, title, ...rest } },
    });
    expect(data.createPost).toEqual({
      title,
      tags: [{ name: tags[0] }],
      author: { username: user.username, posts: { totalCount: 1, nodes: [{ title }] } },
    });
  });
});

describe('a mutation with a key that is refused', () => {
  it('leaves nothing behind: the key is free for the corrected one', async () => {
    const user = await api.make.user();
    const key = randomUUID();
    const input = newInput();
    const bad = await send(user, key, { query: Create, variables: { input: { ...input, title: ' ' } } });
    expect(bad).toFailWith('BAD_USER_INPUT');
    expect(await keysOf(user)).toEqual([]);
    expect(await send(user, key, { query: Create, variables: { input } })).toSucceed();
    expect(await send(user, key, { query: Create, variables: { input } })).toSucceed();
    expect(await titlesOf(user)).toEqual([input.title]);
  });

  it('is undone as a whole, and says so', async () => {
    const user = await api.make.user();
    const query = `mutation ($input: CreatePostInput!) {
      createPost(input: $input) { id }
      deletePost(id: "${randomUUID()}")
    }`;
    const reply = await send(user, randomUUID(), { query, variables: { input: newInput() } });
    expect(reply).toFailWith('NOT_FOUND');
    expect(reply.data).toBeNull();
    expect([await titlesOf(user), await keysOf(user)]).toEqual([[], []]);
  });

  it('is refused the same as without one', async () => {
    const user = await api.make.user();
    const taken = (await api.make.post()).slug;
    const requests = [
      { query: Create, variables: { input: { ...newInput(), slug: taken } } },
      { query: Create, variables: { input: { title: 'x' } } },
      { query: 'mutation { createPost }' },
      { query: `mutation { deletePost(id: "${randomUUID()}") }` },
    ];
    for (const { query, variables } of requests) {
      const plain = await api.request(query, variables, user.token);
      const keyed = await send(user, randomUUID(), { query, variables });
      const withoutIds = (errors: object) => JSON.stringify(errors).replace(/"requestId":"[^"]*"/g, '');
      expect(withoutIds([keyed.status, keyed.errors])).toBe(withoutIds([plain.status, plain.errors ?? {}]));
    }
  });

  it('is refused when its answer would be too long to keep', async () => {
    const user = await api.make.user();
    const content = '墨'.repeat(40_000);
    for (let n = 0; n < 4; n += 1) await api.make.post({ author_id: user.id, content });
    const posts = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `p${n}: posts(first: ${n}) { nodes { content } }`);
    const query = `mutation ($input: CreatePostInput!) { createPost(input: $input) { author { ${posts} } } }`;
    const { errors = [] } = await send(user, randomUUID(), { query, variables: { input: newInput() } });
    expect(errors[0]?.extensions.code).toBe('QUERY_TOO_COMPLEX');
    expect(await titlesOf(user)).toHaveLength(4);
  });
});

const keeping = `select 1 from pg_stat_activity where datname = current_database()
  and wait_event_type = 'Lock' and query like '%insert into idempotency_keys%'`;

it('a process that is killed between the change and its answer has done neither; the retry does both', async () => {
  const user = await api.make.user();
  const victim = await api.another();
  const request = { query: Create, variables: { input: newInput() } };
  const key = randomUUID();
  await withClient(api.databaseUrl, async (client) => {
    // The post is there when the key is to be kept, which waits.
    await client.query('begin; lock table idempotency_keys in share mode');
    const lost = send(user, key, request, victim).catch(() => 'cut off');
    await waitFor(async () => (await api.db.query(keeping)).rowCount || undefined);
    victim.running.child.kill('SIGKILL');
    expect(await lost).toBe('cut off');
  });
  const replies = await Promise.all([send(user, key, request), send(user, key, request)]);
  expect(replies[0]).toSucceed();
  expect(replies[0]?.text).toBe(replies[1]?.text);
  expect(await titlesOf(user)).toEqual([request.variables.input.title]);
});

describe('a key', () => {
  const Delete = `mutation { deletePost(id: "${randomUUID()}") }`;

  it.each(['with space', 'two, keys', 'é', 'k'.repeat(256)])('%j is refused', async (key) => {
    const reply = await send(await api.make.user(), key, { query: Delete });
    expect(reply).toFailWith('BAD_REQUEST');
    expect(reply.status).toBe(400);
  });

  it('has up to 255 characters', async () => {
    const user = await api.make.user();
    const key = 'k'.repeat(255);
    expect(await send(user, key, { query: Create, variables: { input: newInput() } })).toSucceed();
    expect(await keysOf(user)).toEqual([key]);
  });

  it('means nothing to a query, whatever it is', async () => {
    const user = await api.make.user();
    expect(await send(user, 'with space', { query: '{ viewer { id } }' })).toSucceed();
    expect(await keysOf(user)).toEqual([]);
  });

  it('means nothing to a guest', async () => {
    const username = unique('new');
    const input = { username, password };
    const query = 'mutation ($input: RegisterInput!) { register(input: $input) { accessToken } }';
    expect(await send(null, 'guest', { query, variables: { input } })).toSucceed();
    expect(await send(null, 'guest', { query, variables: { input } })).toFailWith('CONFLICT');
    expect(await send(null, 'guest', { query: Delete })).toFailWith('UNAUTHENTICATED');
  });

  it('keeps no tokens: what signs in is done each time', async () => {
    const user = await api.make.user();
    const query = `mutation { login(input: { username: "${user.username}", password: "${password}" }) { ...T } }
      fragment T on AuthPayload { accessToken refreshToken }`;
    const [one, two] = [await send(user, 'login', { query }), await send(user, 'login', { query })];
    expect(one).toSucceed();
    expect(two.data.login.refreshToken).not.toBe(one.data.login.refreshToken);
    expect(await keysOf(user)).toEqual([]);
  });

  it('goes with its user', async () => {
    const user = await api.make.user();
    await send(user, 'first', { query: Create, variables: { input: newInput() } });
    expect(await keysOf(user)).toEqual(['first']);
    const reply = await send(user, 'last', { query: `mutation { deleteAccount(password: "${password}") }` });
    expect(reply).toSucceed();
    expect(await keysOf(user)).toEqual([]);
  });
});

describe('a key with files', () => {
  const Upload = 'mutation ($files: [Upload!]!) { uploadImages(files: $files) { id filename } }';

  const sendFiles = async (user: TestUser, key: string, files: TestFile[]) => {
    const named = Object.fromEntries(files.map((file, n) => [`files.${n}`, file]));
    const form = formOf(Upload, { files: files.map(() => null) }, named);
    return sendForm(api, user, form, { 'apollo-require-preflight': 'true', 'idempotency-key': key });
  };
  const countOf = async (user: TestUser) =>
    (await api.db.query('select 1 from images where owner_id = $1', [user.id])).rowCount;

  it('is for these files: they are kept once, and others are CONFLICT', async () => {
    const user = await api.make.user();
    const files = [await png(), await png(), await png()];
    const replies = await Promise.all([1, 2, 3].map(() => sendFiles(user, 'files', files)));
    expect(replies[0]).toSucceed();
    expect(new Set(replies.map(({ data }) => JSON.stringify(data))).size).toBe(1);
    expect(replies[0]?.data.uploadImages).toHaveLength(3);
    expect(await countOf(user)).toBe(3);
    expect(await sendFiles(user, 'files', [await png()])).toFailWith('CONFLICT');
    expect(await countOf(user)).toBe(3);
  });

  it('keeps none of them when one is refused', async () => {
    const user = await api.make.user();
    const bad = { bytes: Buffer.from('no picture at all'), name: 'bad.png' };
    const { errors = [] } = await sendFiles(user, 'bad', [await png(), bad, await png(), await png()]);
    expect(errors[0]?.extensions.code).toBe('UNSUPPORTED_MEDIA_TYPE');
    expect(await countOf(user)).toBe(0);
    expect(await keysOf(user)).toEqual([]);
    expect(await sendFiles(user, 'bad', [await png(), await png()])).toSucceed();
  });
});
