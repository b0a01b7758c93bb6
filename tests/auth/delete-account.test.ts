import { useApi } from '../support/api.ts';
import { password, type TestUser } from '../support/make.ts';

const api = useApi();
const DeleteAccount = 'mutation ($password: String!) { deleteAccount(password: $password) }';
const Viewer = '{ viewer { id } }';

const leave = (user: Pick<TestUser, 'token'>, secret: unknown = password) =>
  api.as(user).send(DeleteAccount, { password: secret });
const row = ({ id }: { id: string }) => api.row('select * from users where id = $1', [id]);

describe('deleteAccount', () => {
  it('deletes the account, its drafts and every session, and keeps what was published', async () => {
    const user = await api.make.user();
    const elsewhere = await api.make.session(user.id);
    const draft = await api.make.draft({ author_id: user.id });
    const post = await api.make.post({ author_id: user.id });
    const reply = await leave(user);
    expect(reply).toSucceed();
    expect(reply.data.deleteAccount).toBe(user.id);
    expect(await row(user)).toBeUndefined();
    for (const session of [user, elsewhere])
      expect(await api.as(session).send(Viewer)).toFailWith('TOKEN_REVOKED');
    const read = async (id: string) =>
      (await api.send('query ($id: ID!) { post(id: $id) { author { displayName } } }', { id })).data.post;
    expect(await read(draft.id)).toBeNull();
    expect(await read(post.id)).toEqual({ author: { displayName: 'Deleted user' } });
  });

  it('leaves nothing of the person behind but their id in the audit log', async () => {
    const user = await api.make.user({ display_name: 'A name of their own', bio: 'A life of their own' });
    const post = await api.make.post({ author_id: user.id });
    await leave(user);
    const { rows } = await api.db.query("select tablename from pg_tables where schemaname = 'public'");
    for (const { tablename } of rows) {
      const all = JSON.stringify((await api.db.query(`select * from ${tablename}`)).rows);
      if (tablename !== 'audit_events') expect(all).not.toContain(user.id);
      for (const trace of [user.username, user.email, 'of their own']) expect(all).not.toContain(trace);
    }
    expect(await api.row('select 1 from posts where id = $1', [post.id])).toBeDefined();
  });

  it.each([
    ['another password', 'ink on dry stone'],
    ['nothing', ''],
    ['50 kB', 'x'.repeat(50_000)],
  ])('refuses %s, and deletes nothing', async (_what, secret) => {
    const user = await api.make.user();
    const draft = await api.make.draft({ author_id: user.id });
    expect(await leave(user, secret)).toFailWith('BAD_USER_INPUT', ['password']);
    expect(await row(user)).toBeDefined();
    expect(await row({ id: draft.author_id })).toBeDefined();
    expect(await api.as(user).send(Viewer)).toSucceed();
  });

  it('refuses a guest, and an admin without the password', async () => {
    expect(await api.send(DeleteAccount, { password })).toFailWith('UNAUTHENTICATED');
    await api.make.user({ role: 'ADMIN' });
    const admin = await api.make.user({ role: 'ADMIN' });
    expect(await leave(admin, 'ink on dry stone')).toFailWith('BAD_USER_INPUT', ['password']);
    expect(await leave(admin)).toSucceed();
  });

  it('keeps the last admin, in a race too', async () => {
    await api.db.query("update users set role = 'USER'");
    const admins = await Promise.all(Array.from({ length: 4 }, () => api.make.user({ role: 'ADMIN' })));
    const replies = await Promise.all(admins.map((admin) => leave(admin)));
    const refused = replies.filter(({ errors }) => errors);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toFailWith('CONFLICT');
    expect(await api.row("select count(*)::int from users where role = 'ADMIN'")).toEqual({ count: 1 });
  });

  it('deletes once when called five times at once', async () => {
    const user = await api.make.user();
    const replies = await Promise.all(Array.from({ length: 5 }, () => leave(user)));
    expect(replies.filter(({ errors }) => !errors)).toHaveLength(1);
    expect(JSON.stringify(replies)).not.toContain('INTERNAL_SERVER_ERROR');
  });
});
