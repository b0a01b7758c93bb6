import { useApi } from '../support/api.ts';

const api = useApi();
const Viewer = '{ viewer { id username displayName email role status } }';

describe('viewer', () => {
  it('is null for a guest', async () => {
    const reply = await api.send(Viewer);
    expect(reply).toSucceed();
    expect(reply.data.viewer).toBeNull();
  });

  it('is the signed-in user, with the e-mail address', async () => {
    const user = await api.make.user();
    const reply = await api.as(user).send(Viewer);
    expect(reply.data.viewer).toEqual({
      id: user.id,
      username: user.username,
      displayName: user.username,
      email: user.email,
      role: 'USER',
      status: 'ACTIVE',
    });
  });

  it("keeps everyone else's e-mail address from guests and strangers, but shows it to admins", async () => {
    const post = await api.make.post();
    const AuthorEmail = 'query ($id: ID!) { post(id: $id) { author { email } } }';
    const email = async (reply: ReturnType<typeof api.send>) => (await reply).data.post.author.email;
    const stranger = api.as(await api.make.user());
    const admin = api.as(await api.make.user({ role: 'ADMIN' }));
    expect(await email(api.send(AuthorEmail, { id: post.id }))).toBeNull();
    expect(await email(stranger.send(AuthorEmail, { id: post.id }))).toBeNull();
    expect(await email(admin.send(AuthorEmail, { id: post.id }))).toMatch(/@example\.org$/);
  });
});
