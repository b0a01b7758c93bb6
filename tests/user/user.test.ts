import { useApi } from '../support/api.ts';

const api = useApi();
const ReadUser = `query ($id: ID, $username: String) {
  user(id: $id, username: $username) { id username displayName bio email role status createdAt updatedAt }
}`;

const unknownId = '01a1fc07-45b9-7102-8ac4-232457dc8e35';

describe('user', () => {
  it('shows a public profile to a guest, by id and by username', async () => {
    const user = await api.make.user({ bio: 'Writes about 墨.', display_name: 'Mara Ink' });
    const profile = {
      id: user.id,
      username: user.username,
      displayName: 'Mara Ink',
      bio: 'Writes about 墨.',
      email: null,
      role: 'USER',
      status: 'ACTIVE',
      createdAt: expect.stringMatching(/Z$/),
      updatedAt: expect.stringMatching(/Z$/),
    };
    expect((await api.send(ReadUser, { id: user.id })).data.user).toEqual(profile);
    expect((await api.send(ReadUser, { username: user.username })).data.user).toEqual(profile);
  });

  it('finds a username in any case and in full-width letters', async () => {
    const user = await api.make.user({ username: 'zoe-writes' });
    for (const username of ['ZOE-Writes', 'ｚｏｅ-writes']) {
      expect((await api.send(ReadUser, { username })).data.user.id).toBe(user.id);
    }
  });

  it('shows the e-mail address to the user and to admins only', async () => {
    const user = await api.make.user();
    const seenBy = async (viewer: { token: string }) =>
      (await api.as(viewer).send(ReadUser, { id: user.id })).data.user.email;
    expect(await seenBy(user)).toBe(user.email);
    expect(await seenBy(await api.make.user({ role: 'ADMIN' }))).toBe(user.email);
    expect(await seenBy(await api.make.user({ role: 'EDITOR' }))).toBeNull();
    expect(await seenBy(await api.make.user())).toBeNull();
  });

  it('still shows a disabled user, whose posts stay', async () => {
    const user = await api.make.user({ status: 'DISABLED' });
    const reply = await api.send(ReadUser, { username: user.username });
    expect(reply.data.user).toMatchObject({ id: user.id, status: 'DISABLED', email: null });
  });

  it.each([
    ['an unknown id', { id: unknownId }],
    ['what is no id at all', { id: 'no id at all' }],
    ['an empty id', { id: '' }],
    ['an unknown username', { username: 'nobody-of-this-name' }],
    ['an empty username', { username: '' }],
    ['a wildcard', { username: '%' }],
    ['a username of 50 kB', { username: 'n'.repeat(50_000) }],
  ])('is null for %s', async (_what, variables) => {
    const reply = await api.send(ReadUser, variables);
    expect(reply).toSucceed();
    expect(reply.data.user).toBeNull();
  });

  it('takes exactly one of id and username', async () => {
    expect(await api.send(ReadUser, {})).toFailWith('BAD_USER_INPUT', ['id']);
    const both = { id: unknownId, username: 'x' };
    expect(await api.send(ReadUser, both)).toFailWith('BAD_USER_INPUT', ['username']);
  });
});
