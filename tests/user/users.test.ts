import { useApi } from '../support/api.ts';
import { type TestUser, unique } from '../support/make.ts';

const api = useApi();
const Users = `query ($first: Int, $after: String, $last: Int, $before: String, $filter: UserFilter) {
  users(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
    totalCount
    nodes { id email status }
    edges { cursor }
    pageInfo { hasNextPage hasPreviousPage endCursor startCursor }
  }
}`;

type Viewer = Pick<TestUser, 'token'>;
const list = async (viewer: Viewer, variables: object = {}) =>
  (await api.as(viewer).send(Users, { ...variables })).data.users;
const ids = async (viewer: Viewer, filter: object) =>
  (await list(viewer, { filter })).nodes.map((node: { id: string }) => node.id);

let admin: TestUser;
let viewer: TestUser;
beforeAll(async () => {
  admin = await api.make.user({ role: 'ADMIN', username: 'the-admin', created_at: new Date('2020-01-01') });
  viewer = await api.make.user({ created_at: new Date('2020-01-02') });
});

describe('users', () => {
  it('refuses a guest', async () => {
    expect(await api.send(Users)).toFailWith('UNAUTHENTICATED');
  });

  it('lists the newest first, page by page', async () => {
    const word = unique('paged');
    const made: TestUser[] = [];
    for (let n = 0; n < 5; n += 1) {
      made.unshift(
        await api.make.user({ display_name: word, created_at: new Date(2030, 0, 1 + Math.floor(n / 2)) }),
      );
    }
    const filter = { query: word };
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list(viewer, { first: 2, after, filter });
      expect(page.totalCount).toBe(5);
      seen.push(...page.nodes.map((node: { id: string }) => node.id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual(made.map((user) => user.id));
    const last = await list(viewer, { last: 2, filter });
    expect(last.nodes.map((node: { id: string }) => node.id)).toEqual(seen.slice(-2));
    expect(last.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: false });
  });

  it('hides disabled users from all but admins, and a filter does not bring them back', async () => {
    const word = unique('gone');
    const disabled = await api.make.user({ display_name: word, status: 'DISABLED' });
    const editor = await api.make.user({ role: 'EDITOR' });
    for (const filter of [{ query: word }, { query: word, status: 'DISABLED' }]) {
      expect(await ids(viewer, filter)).toEqual([]);
      expect(await ids(editor, filter)).toEqual([]);
      expect(await ids(admin, filter)).toEqual([disabled.id]);
    }
    expect((await list(viewer, { filter: { query: word } })).totalCount).toBe(0);
  });

  it('filters by role and status', async () => {
    const word = unique('word');
    const editor = await api.make.user({ display_name: word, role: 'EDITOR' });
    const user = await api.make.user({ display_name: word });
    expect(await ids(viewer, { query: word, role: 'EDITOR' })).toEqual([editor.id]);
    expect(await ids(viewer, { query: word, role: 'USER', status: 'ACTIVE' })).toEqual([user.id]);
    expect(await ids(admin, { query: word, status: 'DISABLED' })).toEqual([]);
  });

  it('finds a part of the username or of the display name, in any case', async () => {
    const tail = unique('x');
    const user = await api.make.user({ username: `mara${tail}`, display_name: `Zoë ${tail}` });
    for (const query of [`MARA${tail}`, `ｍａｒａ${tail}`, `zoë ${tail}`]) {
      expect(await ids(viewer, { query })).toEqual([user.id]);
    }
  });

  it('takes wildcards and quotes for what they are', async () => {
    const word = unique('odd');
    const odd = await api.make.user({ display_name: `50%_\\'" ${word}` });
    await api.make.user({ display_name: `50 and more ${word}` });
    for (const query of ['50%', '%_\\', '\\\'"', `_\\'" ${word}`]) {
      expect(await ids(viewer, { query })).toEqual([odd.id]);
    }
  });

  it('finds an e-mail address for admins only', async () => {
    const user = await api.make.user();
    expect(await ids(admin, { query: user.email })).toEqual([user.id]);
    expect(await ids(viewer, { query: user.email })).toEqual([]);
    expect(await ids(user, { query: user.email })).toEqual([]);
  });

  it("shows an admin everyone's e-mail address, and others their own", async () => {
    const word = unique('mail');
    const [one, two] = [
      await api.make.user({ display_name: word }),
      await api.make.user({ display_name: word }),
    ];
    const emails = async (who: Viewer) =>
      (await list(who, { filter: { query: word } })).nodes
        .map((node: { email: string }) => node.email)
        .sort();
    expect(await emails(admin)).toEqual([one.email, two.email].sort());
    expect((await emails(one)).filter(Boolean)).toEqual([one.email]);
  });

  it.each([
    [{ first: 0 }, ['first']],
    [{ first: 101 }, ['first']],
    [{ last: -1 }, ['last']],
    [{ first: 1, last: 1 }, ['last']],
    [{ after: 'garbage' }, ['after']],
    [{ filter: { query: 'q'.repeat(101) } }, ['filter', 'query']],
    [{ filter: { role: 'OWNER' } }, ['filter', 'role']],
    [{ filter: { email: 'a@example.org' } }, ['filter']],
  ])('refuses %j', async (variables, path) => {
    expect(await api.as(viewer).send(Users, variables)).toFailWith('BAD_USER_INPUT', path);
  });

  it('refuses a cursor of posts', async () => {
    await api.make.post();
    const posts = await api.send('{ posts(first: 1) { pageInfo { endCursor } } }');
    const after = posts.data.posts.pageInfo.endCursor;
    expect(await api.as(viewer).send(Users, { after })).toFailWith('BAD_USER_INPUT', ['after']);
  });
});
