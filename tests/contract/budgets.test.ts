import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { useApi } from '../support/api.ts';
import { rootFolder } from '../support/environment.ts';
import { password, type TestUser } from '../support/make.ts';
import { webOperations } from '../support/web-operations.ts';

/** SQL statements, the rows that they returned or changed, and the bytes of the answer before compression. */
type Cost = { statements: number; rows: number; bytes: number };

/** What an operation is asked with; without a user by a guest. */
type Request = { variables?: object; user?: TestUser };

const file = join(rootFolder, 'tests/contract/budgets.json');
const updating = process.env.UPDATE_BUDGETS === '1';
const budgets: Record<string, Cost> = JSON.parse(readFileSync(file, 'utf8'));

// Nothing is kept here, so that a figure is what the operation costs by itself.
const api = useApi({ FAST_PATH: 'off' });

/** Documents beside the web client's: what others build on. */
const ours: Record<string, string> = {
  ListOfTwentyTitles: '{ posts(first: 20) { nodes { title } } }',
  ListOfTwentyWithEverything: `{
    posts(first: 20) {
      totalCount
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      edges { cursor }
      nodes {
        id slug title content excerpt status publishedAt createdAt updatedAt version readingMinutes
        author { id username displayName email } tags { id name slug } viewerCanEdit viewerCanDelete
      }
    }
  }`,
  Typename: '{ __typename }',
  Viewer: '{ viewer { id username displayName email role status createdAt } }',
};
const documents = new Map([...webOperations(), ...Object.entries(ours)]);

// Names, texts and numbers have the same length at each run, so that bytes can be compared.
const input = {
  title: 'Ink and stone',
  content: 'The ink is wet, the stone dry. '.repeat(64),
  tags: ['ink', 'stone'],
};
const newUser = (username: string): Promise<TestUser> =>
  api.make.user({ username, display_name: username, email: `${username}@example.org` });

async function write(user: TestUser, changes: { slug: string; publish?: boolean }): Promise<string> {
  const create = 'mutation ($input: CreatePostInput!) { createPost(input: $input) { id } }';
  return (await api.as(user).send(create, { input: { ...input, ...changes } })).data.createPost.id;
}

/** A new author's only post. */
async function writing(username: string, publish: boolean, changes: object = {}) {
  const user = await newUser(username);
  return { user, variables: { id: await write(user, { slug: `by-${username}`, publish }), ...changes } };
}

/** A comment by a new user on a new author's only post. */
async function talking(username: string, columns: object = {}) {
  const { variables, user: author } = await writing(`${username}-host`, true);
  const user = await newUser(username);
  const body = 'Well said, and well written. '.repeat(4);
  const comment = await api.make.comment({
    ...{ post_id: variables.id, author_id: user.id, body },
    ...columns,
  });
  return { user, author, ...comment };
}

/** Thirty posts by two authors: more than a page. */
beforeAll(async () => {
  for (const username of ['ada', 'bob']) {
    const user = await newUser(username);
    for (let n = 10; n < 25; n += 1) await write(user, { slug: `${username}-${n}` });
  }
});

const setupToken = () => /setup\?token=([\w-]+)/.exec(api.running.log())?.[1];

/** The requests of all operations. What only reads comes first: what others write would be in its lists. */
const requests: Record<string, () => Request | Promise<Request>> = {
  ListOfTwentyTitles: () => ({}),
  ListOfTwentyWithEverything: async () => ({ user: await newUser('eve') }),
  PostById: async () => ({
    variables: await api.row("select id from posts where slug = 'ada-10'"),
    user: await newUser('joe'),
  }),
  PostBySlug: () => ({ variables: { slug: 'ada-10' } }),
  PostList: () => ({ variables: { first: 20, filter: { status: ['PUBLISHED'] }, orderBy: 'NEWEST' } }),
  TagBySlug: () => ({ variables: { slug: 'ink' } }),
  Typename: () => ({}),
  Viewer: async () => ({ user: await newUser('kim') }),

  AddComment: async () => {
    const { user, post_id: postId, id: parentId } = await talking('abe');
    return { user, variables: { input: { postId, parentId, body: 'And well answered.' } } };
  },
  CommentReplies: async () => {
    const { user, id, post_id } = await talking('amy');
    for (let n = 0; n < 3; n += 1) {
      await api.make.comment({ post_id, parent_id: id, level: 2, author_id: user.id, body: 'Indeed.' });
    }
    return { user, variables: { id } };
  },
  DeleteComment: async () => {
    const { user, id } = await talking('ann');
    return { user, variables: { id } };
  },
  PostComments: async () => {
    const { user, id, post_id } = await talking('art');
    const columns = { post_id, author_id: user.id, body: 'Indeed.' };
    for (let n = 0; n < 3; n += 1) {
      await api.make.comment(columns);
      await api.make.comment({ ...columns, parent_id: id, level: 2 });
    }
    return { user, variables: { postId: post_id } };
  },
  SetCommentHidden: async () => {
    const { author, id } = await talking('ava');
    return { user: author, variables: { id, hidden: true } };
  },
  UpdateComment: async () => {
    const { user, id } = await talking('axl');
    return { user, variables: { id, body: 'Well said, on second thought.' } };
  },
  CreateFirstAdmin: () => ({
    variables: { input: { token: setupToken(), username: 'max', password } },
  }),
  CreatePost: async () => ({
    variables: { input: { ...input, tags: ['ink', 'stone', 'made for it'] } },
    user: await newUser('cid'),
  }),
  DeletePost: () => writing('deb', true),
  Login: async () => ({ variables: { input: { username: (await newUser('lea')).username, password } } }),
  Logout: async () => ({ user: await newUser('lou') }),
  PublishPost: () => writing('pam', false),
  Refresh: async () => ({
    variables: { refreshToken: await api.make.refreshToken((await newUser('ron')).sessionId) },
  }),
  RequestEmailVerification: async () => ({ user: await newUser('eva') }),
  RequestPasswordReset: async () => ({ variables: { email: (await newUser('rex')).email } }),
  ResetPassword: async () => {
    const token = await api.make.mailToken(await newUser('roy'), 'RESET_PASSWORD');
    return { variables: { input: { token, newPassword: 'stone on wet ink' } } };
  },
  VerifyEmail: async () => ({
    variables: { token: await api.make.mailToken(await newUser('vic'), 'CONFIRM_EMAIL') },
  }),
  Register: () => ({ variables: { input: { username: 'ray', password } } }),
  UnpublishPost: () => writing('una', true),
  UpdatePost: () =>
    writing('ulf', true, { input: { ...input, tags: ['ink', 'changed'], expectedVersion: 1 } }),
};

async function costOf(query: string, { variables, user }: Request): Promise<Cost> {
  const reply = await fetch(api.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(user && { authorization: `Bearer ${user.token}` }) },
    body: JSON.stringify({ query, variables }),
  });
  const text = await reply.text();
  expect(JSON.parse(text)).not.toHaveProperty('errors');
  const line = (await api.logOf(reply)).at(-1);
  return { statements: Number(line?.statements), rows: Number(line?.rows), bytes: Buffer.byteLength(text) };
}

const measured: Record<string, Cost> = {};

/** A line an operation, in the order of their names, without those that are gone. */
function writeBudgets(): void {
  const costs = Object.entries({ ...budgets, ...measured }).filter(([name]) => name in requests);
  const lines = costs
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(
      ([name, cost]) => `  "${name}": ${JSON.stringify(cost).replace(/[:,{]/g, '$& ').replace('}', ' }')}`,
    );
  writeFileSync(file, `{\n${lines.join(',\n')}\n}\n`);
}

describe('budgets.json (else: mend the code, or run with UPDATE_BUDGETS=1 and say why in the commit)', () => {
  if (updating) afterAll(writeBudgets);

  it('has every operation of the web client and of this test', () => {
    expect(Object.keys(requests).sort()).toEqual([...documents.keys()].sort());
    if (!updating) expect(Object.keys(budgets)).toEqual(Object.keys(requests).sort());
  });

  it.each(Object.entries(requests))('says what %s costs', async (name, prepare) => {
    const cost = await costOf(documents.get(name) ?? '', await prepare());
    measured[name] = cost;
    if (!updating) expect(cost).toEqual(budgets[name]);
  });
});
