import jwt from 'jsonwebtoken';
import { useApi } from '../support/api.ts';
import type { TestUser } from '../support/make.ts';

const api = useApi();
const Viewer = '{ viewer { id } }';
const Refresh = `mutation ($refreshToken: String) {
  refresh(refreshToken: $refreshToken) {
    accessToken refreshToken refreshTokenExpiresAt user { id role email }
  }
}`;

const refresh = (refreshToken?: unknown) => api.send(Refresh, { refreshToken });
const signedIn = async (columns = {}): Promise<TestUser & { refreshToken: string }> => {
  const user = await api.make.user(columns);
  return { ...user, refreshToken: await api.make.refreshToken(user.sessionId) };
};
const tokensOf = async ({ sessionId }: TestUser) =>
  (await api.db.query('select * from refresh_tokens where session_id = $1', [sessionId])).rows;
/** As if this long had passed since the tokens of a session were used. */
const age = ({ sessionId }: TestUser, interval: string) =>
  api.db.query('update refresh_tokens set used_at = used_at - $2::interval where session_id = $1', [
    sessionId,
    interval,
  ]);

describe('refresh', () => {
  it('gives new tokens of the same session', async () => {
    const user = await signedIn();
    const reply = await refresh(user.refreshToken);
    expect(reply).toSucceed();
    const { accessToken, refreshToken, user: shown } = reply.data.refresh;
    expect(shown).toEqual({ id: user.id, role: 'USER', email: user.email });
    expect(refreshToken).toMatch(/^[\w-]{43}$/);
    expect(jwt.decode(accessToken)).toMatchObject({ sub: user.id, sid: user.sessionId });
    expect((await api.as({ token: accessToken }).send(Viewer)).data.viewer).toEqual({ id: user.id });
  });

  it('works again and again with the newest token', async () => {
    const user = await signedIn();
    const second = await refresh(user.refreshToken);
    const third = await refresh(second.data.refresh.refreshToken);
    expect(third).toSucceed();
    expect(third.data.refresh.refreshToken).not.toBe(second.data.refresh.refreshToken);
  });

  it('promises 30 days from now and no more', async () => {
    const user = await signedIn();
    const days =
      (Date.parse((await refresh(user.refreshToken)).data.refresh.refreshTokenExpiresAt) - Date.now()) /
      86_400_000;
    expect(days).toBeLessThanOrEqual(30);
    expect(days).toBeGreaterThan(29.9);
  });

  it('stores no token that could be used by one who reads the table', async () => {
    const user = await signedIn();
    const { refreshToken } = (await refresh(user.refreshToken)).data.refresh;
    const rows = await tokensOf(user);
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toContain(refreshToken);
    expect(await refresh(rows[1].hash)).toFailWith('UNAUTHENTICATED');
  });

  it('carries the role that the user has now', async () => {
    const user = await signedIn();
    await api.db.query("update users set role = 'EDITOR' where id = $1", [user.id]);
    const reply = await refresh(user.refreshToken);
    expect(reply.data.refresh.user.role).toBe('EDITOR');
    expect(jwt.decode(reply.data.refresh.accessToken)).toMatchObject({ role: 'EDITOR' });
  });

  it('gives ten parallel calls with one token the same successor and logs nobody out', async () => {
    const user = await signedIn();
    const replies = await Promise.all(Array.from({ length: 10 }, () => refresh(user.refreshToken)));
    for (const reply of replies) expect(reply).toSucceed();
    const successors = new Set(replies.map((reply) => reply.data.refresh.refreshToken));
    expect(successors.size).toBe(1);
    expect(await tokensOf(user)).toHaveLength(2);
    expect(await refresh([...successors][0])).toSucceed();
    expect(await api.as(user).send(Viewer)).toSucceed();
  });

  it('gives the same successor again 9 seconds later', async () => {
    const user = await signedIn();
    const first = await refresh(user.refreshToken);
    await age(user, '9 seconds');
    const again = await refresh(user.refreshToken);
    expect(again.data.refresh.refreshToken).toBe(first.data.refresh.refreshToken);
  });

  it('takes a token that is used again later for stolen, and ends its session', async () => {
    const user = await signedIn();
    const { accessToken, refreshToken } = (await refresh(user.refreshToken)).data.refresh;
    await age(user, '11 seconds');
    expect(await refresh(user.refreshToken)).toFailWith('UNAUTHENTICATED');
    expect(await refresh(refreshToken)).toFailWith('UNAUTHENTICATED');
    expect(await api.as({ token: accessToken }).send(Viewer)).toFailWith('TOKEN_REVOKED');
    expect(await tokensOf(user)).toHaveLength(2);
  });

  it("leaves the user's other sessions alone when one was stolen", async () => {
    const user = await signedIn();
    const other = await api.make.session(user.id);
    const otherToken = await api.make.refreshToken(other.sessionId);
    await refresh(user.refreshToken);
    await age(user, '11 seconds');
    expect(await refresh(user.refreshToken)).toFailWith('UNAUTHENTICATED');
    expect(await api.as(other).send(Viewer)).toSucceed();
    expect(await refresh(otherToken)).toSucceed();
  });

  it('recognises the first token of a session long after', async () => {
    const user = await signedIn();
    const second = await refresh(user.refreshToken);
    const third = await refresh(second.data.refresh.refreshToken);
    await age(user, '20 days');
    expect(await refresh(user.refreshToken)).toFailWith('UNAUTHENTICATED');
    expect(await refresh(third.data.refresh.refreshToken)).toFailWith('UNAUTHENTICATED');
  });

  it('refuses every one of parallel calls with a stolen token', async () => {
    const user = await signedIn();
    await refresh(user.refreshToken);
    await age(user, '11 seconds');
    const replies = await Promise.all(Array.from({ length: 5 }, () => refresh(user.refreshToken)));
    for (const reply of replies) expect(reply).toFailWith('UNAUTHENTICATED');
    const row = await api.row('select revoked_at from sessions where id = $1', [user.sessionId]);
    expect(row.revoked_at).toBeInstanceOf(Date);
  });

  it.each([
    ['ended', 'update sessions set revoked_at = now() where user_id = $1'],
    ['has expired', "update sessions set expires_at = now() - interval '1 second' where user_id = $1"],
    ['belongs to a disabled user', "update users set status = 'DISABLED' where id = $1"],
  ])('is refused when the session %s, and uses nothing up', async (_why, change) => {
    const user = await signedIn();
    await api.db.query(change, [user.id]);
    expect(await refresh(user.refreshToken)).toFailWith('UNAUTHENTICATED');
    expect(await tokensOf(user)).toEqual([expect.objectContaining({ used_at: null })]);
  });

  it('is refused when the user is gone', async () => {
    const user = await signedIn();
    await api.db.query('delete from users where id = $1', [user.id]);
    expect(await refresh(user.refreshToken)).toFailWith('UNAUTHENTICATED');
  });

  it.each([
    ['an unknown token', 'A'.repeat(43)],
    ['90 kB of garbage', 'gar bage%'.repeat(10_000)],
    ['another script', '墨'.repeat(43)],
  ])('refuses %s', async (_kind, token) => {
    const reply = await refresh(token);
    expect(reply).toFailWith('UNAUTHENTICATED');
    expect(reply.status).toBe(200);
  });

  it('refuses an access token', async () => {
    const user = await signedIn();
    expect(await refresh(user.token)).toFailWith('UNAUTHENTICATED');
  });

  it.each([
    ['none', undefined],
    ['null', null],
    ['an empty one', ''],
    ['a number', 5],
    ['U+0000', 'a\0b'],
    ['half a surrogate pair', '\ud83d'],
  ])('asks for a token when it gets %s', async (_kind, token) => {
    expect(await refresh(token)).toFailWith('BAD_USER_INPUT', ['refreshToken']);
  });
});
