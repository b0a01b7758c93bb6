import { useApi } from '../support/api.ts';
import { type TestUser, unique } from '../support/make.ts';

const api = useApi();
const DeleteUser = 'mutation ($id: ID!) { deleteUser(id: $id) }';
const Viewer = '{ viewer { id } }';
const ReadPost =
  'query ($id: ID!) { post(id: $id) { title version tags { name } author { id username displayName email status } } }';

const placeholder = '00000000-0000-7000-8000-000000000000';
const newAdmin = () => api.make.user({ role: 'ADMIN' });
const remove = (by: Pick<TestUser, 'token'>, { id }: { id: string }) => api.as(by).send(DeleteUser, { id });
const count = async (table: string, column: string, id: string) =>
  (await api.db.query(`select 1 from ${table} where ${column} = $1`, [id])).rowCount;

let admin: TestUser;
beforeAll(async () => {
  admin = await newAdmin();
});

describe('deleteUser', () => {
  it('deletes the account with its sessions, and returns its id', async () => {
    const user = await api.make.user();
    await api.make.refreshToken(user.sessionId);
    const reply = await remove(admin, user);
    expect(reply).toSucceed();
    expect(reply.data.deleteUser).toBe(user.id);
    expect(await count('users', 'id', user.id)).toBe(0);
    expect(await count('sessions', 'user_id', user.id)).toBe(0);
    expect(await count('refresh_tokens', 'session_id', user.sessionId)).toBe(0);
    expect(await api.as(user).send(Viewer)).toFailWith('TOKEN_REVOKED');
    const Profile = 'query ($username: String) { user(username: $username) { id } }';
    expect((await api.send(Profile, user)).data.user).toBeNull();
  });

  it('keeps what was published, unchanged, under the name of a deleted user', async () => {
    const user = await api.make.user();
    const post = await api.make.post({ author_id: user.id });
    const { name } = await api.make.tag(undefined, [post.id]);
    const before = await api.row('select * from posts where id = $1', [post.id]);
    await remove(admin, user);
    expect((await api.send(ReadPost, { id: post.id })).data.post).toEqual({
      title: post.title,
      version: 1,
      tags: [{ name }],
      author: {
        id: placeholder,
        username: '[deleted]',
        displayName: 'Deleted user',
        email: null,
        status: 'DISABLED',
      },
    });
    const after = await api.row('select * from posts where id = $1', [post.id]);
    expect(after).toEqual({ ...before, author_id: placeholder });
  });

  it('deletes drafts, which nobody else could read', async () => {
    const user = await api.make.user();
    const draft = await api.make.draft({ author_id: user.id });
    const { id } = await api.make.tag(undefined, [draft.id]);
    await remove(admin, user);
    expect(await count('posts', 'id', draft.id)).toBe(0);
    expect(await count('post_tags', 'tag_id', id)).toBe(0);
    expect(await count('tags', 'id', id)).toBe(1);
  });

  it('leaves others, their drafts and their posts alone', async () => {
    const [user, other] = [await api.make.user(), await api.make.user()];
    const draft = await api.make.draft({ author_id: other.id });
    const post = await api.make.post({ author_id: other.id });
    await remove(admin, user);
    expect(await api.as(other).send(Viewer)).toSucceed();
    expect((await api.as(other).send(ReadPost, { id: draft.id })).data.post.author.id).toBe(other.id);
    expect((await api.send(ReadPost, { id: post.id })).data.post.author.id).toBe(other.id);
  });

  it('frees the username and the e-mail address', async () => {
    const user = await api.make.user();
    await remove(admin, user);
    const Register = 'mutation ($input: RegisterInput!) { register(input: $input) { user { id } } }';
    const input = { username: user.username, email: user.email, password: 'wet stone and soot' };
    expect(await api.send(Register, { input })).toSucceed();
  });

  it('deletes a disabled user and another admin', async () => {
    expect(await remove(admin, await api.make.user({ status: 'DISABLED' }))).toSucceed();
    expect(await remove(admin, await newAdmin())).toSucceed();
  });

  it.each(['USER', 'EDITOR'])('refuses a %s', async (role) => {
    const [viewer, user] = [await api.make.user({ role }), await api.make.user()];
    expect(await remove(viewer, user)).toFailWith('FORBIDDEN');
    expect(await remove(viewer, viewer)).toFailWith('FORBIDDEN');
    expect(await count('users', 'id', user.id)).toBe(1);
  });

  it('refuses a guest', async () => {
    const user = await api.make.user();
    expect(await api.send(DeleteUser, { id: user.id })).toFailWith('UNAUTHENTICATED');
    expect(await count('users', 'id', user.id)).toBe(1);
  });

  it("does not take the place of `deleteAccount`, which asks for one's password", async () => {
    const reply = await remove(admin, admin);
    expect(reply).toFailWith('FORBIDDEN');
    expect(reply.errors?.[0]?.message).toMatch(/deleteAccount/);
    expect(await count('users', 'id', admin.id)).toBe(1);
  });

  it.each(['01a1fc07-45b9-7102-8ac4-232457dc8e35', 'no id at all', ''])(
    'reports a user of the id %j as missing',
    async (id) => {
      expect(await remove(admin, { id })).toFailWith('NOT_FOUND');
    },
  );

  it('succeeds once when called five times at once', async () => {
    const user = await api.make.user();
    await api.make.post({ author_id: user.id });
    const replies = await Promise.all(Array.from({ length: 5 }, () => remove(admin, user)));
    const refused = replies.filter(({ errors }) => errors);
    expect(refused).toHaveLength(4);
    for (const reply of refused) expect(reply).toFailWith('NOT_FOUND');
  });

  it('leaves no post without an author, and breaks nothing, when the user goes on writing', async () => {
    const user = await api.make.user();
    const CreatePost = 'mutation { createPost(input: { title: "x", content: "x" }) { id } }';
    const write = () => Array.from({ length: 5 }, () => api.as(user).send(CreatePost));
    const [removed, ...written] = await Promise.all([remove(admin, user), ...write(), ...write()]);
    expect(removed).toSucceed();
    for (const { errors } of written) {
      expect([undefined, 'NOT_FOUND', 'TOKEN_REVOKED']).toContain(errors?.[0]?.extensions.code);
    }
    const kept = written.filter(({ errors }) => !errors).map(({ data }) => data.createPost.id);
    const { rows } = await api.db.query('select author_id from posts where id = any($1)', [kept]);
    expect(rows).toEqual(kept.map(() => ({ author_id: placeholder })));
  });

  it('leaves an admin when two delete one another at the same time', async () => {
    const [one, two] = [await newAdmin(), await newAdmin()];
    await api.db.query("update users set role = 'USER' where role = 'ADMIN' and not id = any($1)", [
      [one.id, two.id],
    ]);
    const replies = await Promise.all([remove(one, two), remove(two, one)]);
    expect(replies.filter(({ errors }) => !errors)).toHaveLength(1);
    expect(await api.row("select count(*)::int from users where role = 'ADMIN'")).toEqual({ count: 1 });
    admin = await newAdmin();
  });
});

describe('the deleted user', () => {
  const makeIt = async () => {
    const user = await api.make.user();
    await api.make.post({ author_id: user.id });
    await remove(admin, user);
  };

  it('is made once, however many are deleted at the same time', async () => {
    await api.db.query('delete from posts where author_id = $1', [placeholder]);
    await api.db.query('delete from users where id = $1', [placeholder]);
    await Promise.all(Array.from({ length: 5 }, makeIt));
    expect(await count('users', 'id', placeholder)).toBe(1);
    expect(await count('posts', 'author_id', placeholder)).toBe(5);
  });

  it('has a profile with the posts, and is in no list', async () => {
    await makeIt();
    const Profile = '{ user(username: "[deleted]") { id displayName bio posts { totalCount } } }';
    const { user } = (await api.send(Profile)).data;
    expect(user).toMatchObject({ id: placeholder, displayName: 'Deleted user', bio: null });
    expect(user.posts.totalCount).toBeGreaterThan(0);
    const reply = await api.as(admin).send('{ users(filter: { query: "deleted" }) { totalCount } }');
    expect(reply.data.users.totalCount).toBe(0);
  });

  it('cannot be changed, deleted, registered or signed in as', async () => {
    await makeIt();
    const UpdateUser =
      'mutation ($id: ID!) { updateUser(id: $id, input: { role: ADMIN, status: ACTIVE }) { id } }';
    expect(await api.as(admin).send(UpdateUser, { id: placeholder })).toFailWith('FORBIDDEN');
    expect(await remove(admin, { id: placeholder })).toFailWith('FORBIDDEN');
    const Register = 'mutation ($input: RegisterInput!) { register(input: $input) { user { id } } }';
    const input = { username: '[deleted]', password: `${unique('p')} soot and stone` };
    expect(await api.send(Register, { input })).toFailWith('BAD_USER_INPUT', ['input', 'username']);
    const Login = 'mutation ($input: LoginInput!) { login(input: $input) { accessToken } }';
    for (const password of ['', 'x']) {
      expect(await api.send(Login, { input: { username: '[deleted]', password } })).toFailWith(
        'UNAUTHENTICATED',
      );
    }
  });
});
