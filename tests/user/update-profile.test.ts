import { useApi } from '../support/api.ts';
import { type TestUser, unique } from '../support/make.ts';

const api = useApi();
const UpdateProfile = `mutation ($input: UpdateProfileInput!) {
  updateProfile(input: $input) { id username displayName bio email role status updatedAt }
}`;

const update = (user: TestUser, input: unknown) => api.as(user).send(UpdateProfile, { input });
const row = (user: TestUser) => api.row('select * from users where id = $1', [user.id]);

describe('updateProfile', () => {
  it('changes what is given and nothing else', async () => {
    const user = await api.make.user({ updated_at: new Date('2020-01-01') });
    const before = await row(user);
    const reply = await update(user, { displayName: 'Mara 墨' });
    expect(reply).toSucceed();
    expect(reply.data.updateProfile).toMatchObject({
      id: user.id,
      displayName: 'Mara 墨',
      email: user.email,
    });
    const after = await row(user);
    expect(after).toEqual({ ...before, display_name: 'Mara 墨', updated_at: after.updated_at });
    expect(reply.data.updateProfile.updatedAt).toBe(after.updated_at.toISOString());
    expect(after.updated_at > before.updated_at).toBe(true);
  });

  it('keeps every text as it is', async () => {
    const user = await api.make.user();
    const bio = '  <b>Ink</b> & "stone" \\ 100%_\n墨🖋\u202e ';
    const reply = await update(user, { bio, displayName: bio.slice(0, 20) });
    expect(reply.data.updateProfile).toMatchObject({ bio, displayName: bio.slice(0, 20) });
    expect((await row(user)).bio).toBe(bio);
  });

  it('takes bio and e-mail address away with null', async () => {
    const user = await api.make.user({ bio: 'Writes.' });
    const reply = await update(user, { bio: null, email: null });
    expect(reply.data.updateProfile).toMatchObject({ bio: null, email: null });
  });

  it('keeps the e-mail address in lower case, and accepts the one that the user has', async () => {
    const user = await api.make.user();
    const email = `${unique('New')}@Example.org`;
    expect((await update(user, { email })).data.updateProfile.email).toBe(email.toLowerCase());
    expect(await update(user, { email: email.toUpperCase() })).toSucceed();
  });

  it('shows at once in what others read, and ends no session', async () => {
    const user = await api.make.user();
    await update(user, { displayName: 'Another' });
    const reply = await api.send('query ($id: ID!) { user(id: $id) { displayName } }', { id: user.id });
    expect(reply.data.user.displayName).toBe('Another');
    expect((await api.as(user).send('{ viewer { displayName } }')).data.viewer.displayName).toBe('Another');
  });

  it.each([
    ['displayName', 'n'.repeat(80)],
    ['displayName', '墨'.repeat(80)],
    ['bio', ''],
    ['bio', '🖋'.repeat(500)],
  ])('accepts the %s %j', async (field, value) => {
    const user = await api.make.user();
    expect((await update(user, { [field]: value })).data.updateProfile[field]).toBe(value);
  });

  it.each([
    ['displayName', ''],
    ['displayName', ' \t'],
    ['displayName', null],
    ['displayName', 'n'.repeat(81)],
    ['displayName', 5],
    ['bio', 'b'.repeat(501)],
    ['bio', ['b']],
    ['email', ''],
    ['email', 'nobody'],
    ['email', `${'n'.repeat(250)}@example.org`],
    ['bio', 'in\0k'],
  ])('refuses the %s %j', async (field, value) => {
    const user = await api.make.user();
    const before = await row(user);
    expect(await update(user, { [field]: value })).toFailWith('BAD_USER_INPUT', ['input', field]);
    expect(await row(user)).toEqual(before);
  });

  it.each([
    ['id', '01a1fc07-45b9-7102-8ac4-232457dc8e35'],
    ['username', 'another'],
    ['role', 'ADMIN'],
    ['status', 'ACTIVE'],
    ['emailVerified', true],
    ['createdAt', '2020-01-01T00:00:00Z'],
    ['passwordHash', 'x'],
  ])('lets nobody set %s', async (field, value) => {
    const user = await api.make.user();
    const before = await row(user);
    expect(await update(user, { bio: 'x', [field]: value })).toFailWith('BAD_USER_INPUT', ['input']);
    expect(await row(user)).toEqual(before);
  });

  it('refuses an empty change and a guest', async () => {
    const user = await api.make.user();
    expect(await update(user, {})).toFailWith('BAD_USER_INPUT', ['input']);
    expect(await api.send(UpdateProfile, { input: { bio: 'x' } })).toFailWith('UNAUTHENTICATED');
  });

  it('reports a taken e-mail address, in any case, and changes nothing', async () => {
    const [user, other] = [await api.make.user(), await api.make.user()];
    const before = await row(user);
    const reply = await update(user, { bio: 'x', email: other.email.toUpperCase() });
    expect(reply).toFailWith('CONFLICT', ['input', 'email']);
    expect(await row(user)).toEqual(before);
  });

  it('gives an e-mail address to one of twenty who want it at the same time', async () => {
    const email = `${unique('wanted')}@example.org`;
    const users = await Promise.all(Array.from({ length: 20 }, () => api.make.user()));
    const replies = await Promise.all(users.map((user) => update(user, { email })));
    const refused = replies.filter((reply) => reply.errors);
    expect(refused).toHaveLength(19);
    for (const reply of refused) expect(reply).toFailWith('CONFLICT', ['input', 'email']);
    expect(JSON.stringify(refused)).not.toMatch(/constraint|duplicate|users_/i);
  });
});
