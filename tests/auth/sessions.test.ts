import { useApi } from '../support/api.ts';
import { startInkstone } from '../support/process.ts';

const api = useApi();
const Sessions = '{ sessions { id userAgent createdAt lastUsedAt expiresAt current } }';
const Revoke = 'mutation ($id: ID!) { revokeSession(id: $id) }';
const LogoutEverywhere = 'mutation { logoutEverywhere }';
const Viewer = '{ viewer { id } }';

const hours = (count: number) => new Date(Date.now() + count * 3_600_000);

describe('sessions', () => {
  it("lists the viewer's living ones, the last used first, and says which one asks", async () => {
    const user = await api.make.user();
    const used = { last_used_at: hours(1), user_agent: 'A browser' };
    const { sessionId: newer } = await api.make.session(user.id, used);
    await api.make.session(user.id, { revoked_at: new Date() });
    await api.make.session(user.id, { expires_at: hours(-1) });
    await api.make.user();
    const { data } = await api.as(user).send(Sessions);
    expect(data.sessions).toMatchObject([
      { id: newer, userAgent: 'A browser', current: false, lastUsedAt: used.last_used_at.toISOString() },
      { id: user.sessionId, userAgent: null, current: true },
    ]);
  });

  it('lists at most 100', async () => {
    const user = await api.make.user();
    for (let n = 0; n < 110; n += 1) await api.make.session(user.id);
    expect((await api.as(user).send(Sessions)).data.sessions).toHaveLength(100);
  });

  it('refuses a guest', async () => {
    expect(await api.send(Sessions)).toFailWith('UNAUTHENTICATED');
  });
});

describe('revokeSession', () => {
  it('ends another session of the viewer at once, with its refresh token', async () => {
    const user = await api.make.user();
    const other = await api.make.session(user.id);
    const token = await api.make.refreshToken(other.sessionId);
    expect(await api.as(other).send(Viewer)).toSucceed();
    const reply = await api.as(user).send(Revoke, { id: other.sessionId });
    expect(reply.data).toEqual({ revokeSession: true });
    expect(await api.as(other).send(Viewer)).toFailWith('TOKEN_REVOKED');
    const Refresh = 'mutation ($token: String) { refresh(refreshToken: $token) { accessToken } }';
    expect(await api.send(Refresh, { token })).toFailWith('UNAUTHENTICATED');
    expect(await api.as(user).send(Viewer)).toSucceed();
  });

  it("refuses a stranger's session, one that has ended, and what is no id, all alike", async () => {
    const [user, stranger] = [await api.make.user(), await api.make.user()];
    const ended = await api.make.session(user.id, { revoked_at: new Date() });
    for (const id of [stranger.sessionId, ended.sessionId, 'no id', '']) {
      expect(await api.as(user).send(Revoke, { id })).toFailWith('NOT_FOUND');
    }
    expect(await api.as(stranger).send(Viewer)).toSucceed();
  });

  it('refuses a guest', async () => {
    const { sessionId } = await api.make.user();
    expect(await api.send(Revoke, { id: sessionId })).toFailWith('UNAUTHENTICATED');
  });
});

describe('logoutEverywhere', () => {
  it("ends all sessions of the viewer and nobody else's", async () => {
    const [user, stranger] = [await api.make.user(), await api.make.user()];
    const other = await api.make.session(user.id);
    for (const session of [user, other, stranger]) expect(await api.as(session).send(Viewer)).toSucceed();
    expect((await api.as(user).send(LogoutEverywhere)).data).toEqual({ logoutEverywhere: true });
    expect(await api.as(user).send(Viewer)).toFailWith('TOKEN_REVOKED');
    expect(await api.as(other).send(Viewer)).toFailWith('TOKEN_REVOKED');
    expect(await api.as(stranger).send(Viewer)).toSucceed();
  });

  it('refuses a guest', async () => {
    expect(await api.send(LogoutEverywhere)).toFailWith('UNAUTHENTICATED');
  });
});

describe('two processes on one database', () => {
  it('agree on what was revoked within two seconds', async () => {
    const second = await startInkstone(api.settings);
    const statusThere = async (token: string) => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
      const body = JSON.stringify({ query: Viewer });
      return (await fetch(`${second.url}/graphql`, { method: 'POST', headers, body })).status;
    };
    try {
      const user = await api.make.user();
      for (let n = 0; n < 5; n += 1) expect(await statusThere(user.token)).toBe(200);
      await api.as(user).send('mutation { logout }');
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      expect(await statusThere(user.token)).toBe(401);
    } finally {
      await second.stop();
    }
  });
});
