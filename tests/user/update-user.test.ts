import { useApi } from '../support/api.ts';
import { password, type TestUser, unique } from '../support/make.ts';

const api = useApi();
const UpdateUser = `mutation ($id: ID!, $input: UpdateUserInput!) {
  updateUser(id: $id, input: $input) { id username displayName email role status }
}`;
const Viewer = '{ viewer { id role } }';
const Login = `mutation ($username: String!) {
  login(input: { username: $username, password: "${password}" }) { accessToken user { role } }
}`;

const newAdmin = () => api.make.user({ role: 'ADMIN' });
const update = (by: Pick<TestUser, 'token'>, { id }: { id: string }, input: unknown) =>
  api.as(by).send(UpdateUser, { id, input });
const row = ({ id }: { id: string }) => api.row('select * from users where id = $1', [id]);
const admins = async () =>
  (await api.db.query("select id from users where role = 'ADMIN' and status = 'ACTIVE'")).rows.map(
    ({ id }) => id,
  );
/** Leaves only those as admins. */
const onlyAdmins = (...users: TestUser[]) =>
  api.db.query("update users set role = 'USER' where role = 'ADMIN' and not id = any($1)", [
    users.map(({ id }) => id),
  ]);

let admin: TestUser;
beforeEach(async () => {
  admin = await newAdmin();
});

describe('updateUser', () => {
  it('changes what is given and nothing else, without ending a session', async () => {
    const user = await api.make.user();
    const before = await row(user);
    const email = `${unique('New')}@example.org`;
    const reply = await update(admin, user, { displayName: 'Mara', email });
    expect(reply).toSucceed();
    expect(reply.data.updateUser).toMatchObject({
      id: user.id,
      displayName: 'Mara',
      email: email.toLowerCase(),
    });
    const { updated_at } = await row(user);
    expect(await row(user)).toEqual({
      ...before,
      display_name: 'Mara',
      email: email.toLowerCase(),
      updated_at,
    });
    expect(await api.as(user).send(Viewer)).toSucceed();
  });

  it('takes an e-mail address away with null', async () => {
    const user = await api.make.user();
    expect((await update(admin, user, { email: null })).data.updateUser.email).toBeNull();
  });

  it('disables at once: no old token works, no refresh, no sign-in', async () => {
    const user = await api.make.user();
    const second = await api.make.session(user.id);
    const refreshToken = await api.make.refreshToken(user.sessionId);
    expect((await update(admin, user, { status: 'DISABLED' })).data.updateUser.status).toBe('DISABLED');
    for (const session of [user, second])
      expect(await api.as(session).send(Viewer)).toFailWith('TOKEN_REVOKED');
    const Refresh = 'mutation ($token: String) { refresh(refreshToken: $token) { accessToken } }';
    expect(await api.send(Refresh, { token: refreshToken })).toFailWith('UNAUTHENTICATED');
    expect(await api.send(Login, user)).toFailWith('UNAUTHENTICATED');
  });

  it('enables again, for new sessions', async () => {
    const user = await api.make.user();
    await update(admin, user, { status: 'DISABLED' });
    expect(await update(admin, user, { status: 'ACTIVE' })).toSucceed();
    expect(await api.as(user).send(Viewer)).toFailWith('TOKEN_REVOKED');
    expect(await api.send(Login, user)).toSucceed();
  });

  it('lets a sign-in that is under way end before or after, never with a session of a disabled user', async () => {
    const users = await Promise.all(Array.from({ length: 4 }, () => api.make.user()));
    await Promise.all(
      users.flatMap((user) => [api.send(Login, user), update(admin, user, { status: 'DISABLED' })]),
    );
    const alive = 'select 1 from sessions where revoked_at is null and user_id = any($1)';
    expect((await api.db.query(alive, [users.map(({ id }) => id)])).rows).toEqual([]);
  });

  it.each([
    ['EDITOR', 'USER'],
    ['USER', 'EDITOR'],
    ['ADMIN', 'USER'],
    ['USER', 'ADMIN'],
  ])(
    'changes the role from %s to %s, and ends the sessions that began with the old one',
    async (from, to) => {
      const user = await api.make.user({ role: from });
      expect((await update(admin, user, { role: to })).data.updateUser.role).toBe(to);
      expect(await api.as(user).send(Viewer)).toFailWith('TOKEN_REVOKED');
      expect((await api.send(Login, user)).data.login.user.role).toBe(to);
    },
  );

  it('ends no session when role and status stay what they are', async () => {
    const user = await api.make.user();
    expect(await update(admin, user, { role: 'USER', status: 'ACTIVE' })).toSucceed();
    expect(await api.as(user).send(Viewer)).toSucceed();
  });

  it('asks the row for the role, not the token', async () => {
    const user = await api.make.user();
    await api.db.query("update users set role = 'USER' where id = $1", [admin.id]);
    expect(await update(admin, user, { displayName: 'x' })).toFailWith('FORBIDDEN');
  });

  it.each(['USER', 'EDITOR'])('refuses a %s, even for their own account', async (role) => {
    const [viewer, user] = [await api.make.user({ role }), await api.make.user()];
    const before = [await row(viewer), await row(user)];
    expect(await update(viewer, user, { role: 'ADMIN' })).toFailWith('FORBIDDEN');
    expect(await update(viewer, viewer, { role: 'ADMIN' })).toFailWith('FORBIDDEN');
    expect([await row(viewer), await row(user)]).toEqual(before);
  });

  it('refuses a guest', async () => {
    expect(await api.send(UpdateUser, { id: admin.id, input: { role: 'USER' } })).toFailWith(
      'UNAUTHENTICATED',
    );
  });

  it.each(['01a1fc07-45b9-7102-8ac4-232457dc8e35', 'no id at all', ''])(
    'reports a user of the id %j as missing',
    async (id) => {
      expect(await update(admin, { id }, { displayName: 'x' })).toFailWith('NOT_FOUND');
    },
  );

  it.each([
    ['displayName', ''],
    ['displayName', null],
    ['email', 'nobody'],
    ['role', null],
    ['role', 'OWNER'],
    ['status', null],
    ['status', 'DELETED'],
  ])('refuses the %s %j', async (field, value) => {
    const user = await api.make.user();
    const before = await row(user);
    expect(await update(admin, user, { [field]: value })).toFailWith('BAD_USER_INPUT', ['input', field]);
    expect(await row(user)).toEqual(before);
  });

  it.each(['id', 'username', 'createdAt', 'password', 'passwordHash', 'bio'])(
    'lets no admin set %s',
    async (field) => {
      const user = await api.make.user();
      expect(await update(admin, user, { displayName: 'x', [field]: 'x' })).toFailWith('BAD_USER_INPUT', [
        'input',
      ]);
    },
  );

  it('refuses an empty change', async () => {
    expect(await update(admin, await api.make.user(), {})).toFailWith('BAD_USER_INPUT', ['input']);
  });

  it('reports a taken e-mail address, and changes nothing', async () => {
    const [user, other] = [await api.make.user(), await api.make.user()];
    const before = await row(user);
    const reply = await update(admin, user, { role: 'EDITOR', email: other.email });
    expect(reply).toFailWith('CONFLICT', ['input', 'email']);
    expect(await row(user)).toEqual(before);
    expect(await api.as(user).send(Viewer)).toSucceed();
  });
});

describe('the last admin', () => {
  it.each([{ role: 'USER' }, { role: 'EDITOR' }, { status: 'DISABLED' }, { role: 'USER', displayName: 'x' }])(
    'cannot become %j',
    async (input) => {
      await onlyAdmins(admin);
      const before = await row(admin);
      expect(await update(admin, admin, input)).toFailWith('CONFLICT');
      expect(await row(admin)).toEqual(before);
      expect(await api.as(admin).send(Viewer)).toSucceed();
    },
  );

  it('is not saved by an admin who may not sign in', async () => {
    const disabled = await api.make.user({ role: 'ADMIN', status: 'DISABLED' });
    await onlyAdmins(admin, disabled);
    expect(await update(admin, admin, { role: 'USER' })).toFailWith('CONFLICT');
    expect(await update(admin, disabled, { role: 'USER' })).toSucceed();
  });

  it('may rename themselves, and may go once there is another', async () => {
    await onlyAdmins(admin);
    expect(await update(admin, admin, { displayName: 'Still here' })).toSucceed();
    const other = await newAdmin();
    expect(await update(admin, admin, { role: 'USER' })).toSucceed();
    expect(await admins()).toEqual([other.id]);
  });

  it('is left when two admins demote and disable one another at the same time', async () => {
    for (const input of [{ role: 'USER' }, { status: 'DISABLED' }]) {
      const [one, two] = [await newAdmin(), await newAdmin()];
      await onlyAdmins(one, two);
      const replies = await Promise.all([
        update(one, two, input),
        update(two, one, input),
        update(one, one, input),
        update(two, two, input),
      ]);
      expect(await admins()).toHaveLength(1);
      for (const reply of replies.filter(({ errors }) => errors)) {
        expect(['CONFLICT', 'TOKEN_REVOKED']).toContain(reply.errors?.[0]?.extensions.code);
      }
    }
  });

  it('is left when ten admins all leave at the same time', async () => {
    const ten = await Promise.all(Array.from({ length: 10 }, newAdmin));
    await onlyAdmins(...ten);
    const replies = await Promise.all(ten.map((each) => update(each, each, { role: 'USER' })));
    expect(replies.filter(({ errors }) => errors)).toHaveLength(1);
    expect(await admins()).toHaveLength(1);
  });
});
