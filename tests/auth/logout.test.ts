import { useApi } from '../support/api.ts';

const api = useApi();
const Viewer = '{ viewer { id } }';
const Logout = 'mutation { logout }';
const Refresh = 'mutation ($token: String) { refresh(refreshToken: $token) { accessToken } }';

describe('logout', () => {
  it('ends the session: its access token and its refresh token stop working at once', async () => {
    const user = await api.make.user();
    const refreshToken = await api.make.refreshToken(user.sessionId);
    const reply = await api.as(user).send(Logout);
    expect(reply.data).toEqual({ logout: true });
    const after = await api.as(user).send(Viewer);
    expect(after).toFailWith('TOKEN_REVOKED');
    expect(after.status).toBe(401);
    expect(await api.send(Refresh, { token: refreshToken })).toFailWith('UNAUTHENTICATED');
  });

  it("leaves the user's other sessions and everyone else's alone", async () => {
    const user = await api.make.user();
    const other = await api.make.session(user.id);
    const refreshToken = await api.make.refreshToken(other.sessionId);
    const stranger = await api.make.user();
    await api.as(user).send(Logout);
    expect(await api.as(other).send(Viewer)).toSucceed();
    expect(await api.send(Refresh, { token: refreshToken })).toSucceed();
    expect(await api.as(stranger).send(Viewer)).toSucceed();
  });

  it('refuses a second call with the same token and keeps the time of the first', async () => {
    const user = await api.make.user();
    const revokedAt = () => api.row('select revoked_at from sessions where id = $1', [user.sessionId]);
    await api.as(user).send(Logout);
    const first = await revokedAt();
    expect(await api.as(user).send(Logout)).toFailWith('TOKEN_REVOKED');
    expect(await revokedAt()).toEqual(first);
  });

  it('refuses a guest', async () => {
    expect(await api.send(Logout)).toFailWith('UNAUTHENTICATED');
  });

  it('takes no session of someone else as an argument', async () => {
    const [user, victim] = [await api.make.user(), await api.make.user()];
    const reply = await api.as(user).send(`mutation { logout(sessionId: "${victim.sessionId}") }`);
    expect(reply).toFailWith('GRAPHQL_VALIDATION_FAILED');
    expect(await api.as(victim).send(Viewer)).toSucceed();
  });
});
