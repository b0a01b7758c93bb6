import { type Reply, useApi } from '../support/api.ts';
import { password, unique } from '../support/make.ts';

const api = useApi({ TRUSTED_PROXIES: '127.0.0.1' });
const AuditLog = `query ($first: Int, $after: String) {
  auditLog(first: $first, after: $after) {
    nodes { id action actor { id username } subjectId createdAt detail requestId network }
    pageInfo { hasNextPage endCursor }
    totalCount
  }
}`;
const Register = 'mutation ($input: RegisterInput!) { register(input: $input) { user { id } } }';
const Login = 'mutation ($input: LoginInput!) { login(input: $input) { user { id } } }';
const Refresh = 'mutation ($token: String) { refresh(refreshToken: $token) { accessToken } }';

const admin = async () => api.as(await api.make.user({ role: 'ADMIN' }));
/** What the reply's request recorded, as admins see it. */
const recordedBy = async ({ headers }: Reply) => {
  const { data } = await (await admin()).send(AuditLog, { first: 100 });
  const id = headers.get('x-request-id');
  return data.auditLog.nodes.filter((event: { requestId: string }) => event.requestId === id);
};
const event = (more: object) => ({
  id: expect.any(String),
  createdAt: expect.any(String),
  requestId: expect.any(String),
  network: '203.0.113.0/24',
  actor: null,
  subjectId: null,
  detail: null,
  ...more,
});
const from = api.from('203.0.113.77');

describe('auditLog', () => {
  it('is refused to guests', async () => {
    expect(await api.send(AuditLog)).toFailWith('UNAUTHENTICATED');
  });

  it.each(['USER', 'EDITOR'])('is refused to a %s', async (role) => {
    const user = await api.make.user({ role });
    expect(await api.as(user).send(AuditLog)).toFailWith('FORBIDDEN');
  });

  it('has a registration', async () => {
    const username = unique('name');
    const reply = await from.send(Register, { input: { username, password } });
    const { id } = reply.data.register.user;
    expect(await recordedBy(reply)).toEqual([
      event({ action: 'register', actor: { id, username }, subjectId: id }),
    ]);
  });

  it('has nothing of a registration that was refused', async () => {
    const { username } = await api.make.user();
    const reply = await from.send(Register, { input: { username, password } });
    expect(reply).toFailWith('CONFLICT');
    expect(await recordedBy(reply)).toEqual([]);
  });

  it('has nothing of what came to nothing after it was recorded', async () => {
    await api.db.query("alter table sessions add constraint nobody check (user_agent <> 'unforeseen')");
    const input = { username: unique('name'), password };
    const agent = { 'user-agent': 'unforeseen' };
    const reply = await api.request(Register, { input }, undefined, agent);
    expect(reply).toFailWith('INTERNAL_SERVER_ERROR');
    expect(await recordedBy(reply)).toEqual([]);
  });

  it('has a sign-in', async () => {
    const { id, username } = await api.make.user();
    const reply = await from.send(Login, { input: { username, password } });
    expect(await recordedBy(reply)).toEqual([
      event({ action: 'login', actor: { id, username }, subjectId: id }),
    ]);
  });

  it('has a wrong password, and says whose account it was but not who it was', async () => {
    const { id, username } = await api.make.user();
    const reply = await from.send(Login, { input: { username, password: 'wrong' } });
    expect(await recordedBy(reply)).toEqual([event({ action: 'login-failed', subjectId: id })]);
  });

  it('has a sign-in with an unknown name, without the name', async () => {
    const username = unique('MySecret');
    const reply = await from.send(Login, { input: { username, password: 'wrong' } });
    const recorded = await recordedBy(reply);
    expect(recorded).toEqual([event({ action: 'login-failed' })]);
    expect(JSON.stringify(recorded)).not.toContain(username);
  });

  it('has a logout', async () => {
    const user = await api.make.user();
    const reply = await api.request('mutation { logout }', {}, user.token, {
      'x-forwarded-for': '2001:db8:a:b:c::1',
    });
    const actor = { id: user.id, username: user.username };
    expect(await recordedBy(reply)).toEqual([
      event({ action: 'logout', actor, subjectId: user.id, network: '2001:db8:a::/48' }),
    ]);
  });

  it('has the replay of a refresh token, together with the end of its session', async () => {
    const user = await api.make.user();
    const token = await api.make.refreshToken(user.sessionId, { used_at: new Date(0) });
    const reply = await from.send(Refresh, { token });
    expect(reply).toFailWith('UNAUTHENTICATED');
    expect(await recordedBy(reply)).toEqual([
      event({ action: 'refresh-token-replayed', subjectId: user.id }),
    ]);
  });

  it('is told to the log as well, with the request', async () => {
    const user = await api.make.user();
    const reply = await from.send(Login, { input: { username: user.username, password: 'wrong' } });
    expect(await api.logOf(reply)).toContainEqual(
      expect.objectContaining({ level: 40, event: 'login-failed', subjectId: user.id, actorId: null }),
    );
  });

  it('has no password, token or whole address', async () => {
    const user = await api.make.user();
    const token = await api.make.refreshToken(user.sessionId, { used_at: new Date(0) });
    const secret = unique('hush');
    await from.send(Refresh, { token });
    await from.send(Login, { input: { username: user.username, password: secret } });
    const { rows } = await api.db.query('select * from audit_events');
    const text = JSON.stringify(rows);
    for (const hidden of [token, secret, '203.0.113.77', user.email]) expect(text).not.toContain(hidden);
  });

  it('keeps what a user did when the user is gone', async () => {
    const user = await api.make.user();
    const reply = await from.send(Login, { input: { username: user.username, password } });
    await api.db.query('delete from users where id = $1', [user.id]);
    expect(await recordedBy(reply)).toEqual([event({ action: 'login', subjectId: user.id })]);
  });

  it.each([
    ['changed', "update audit_events set action = 'nothing'"],
    ['deleted', 'delete from audit_events'],
    ['emptied', 'truncate audit_events'],
  ])('cannot be %s, not even by SQL', async (_how, statement) => {
    await expect(api.db.query(statement)).rejects.toThrow('audit_events is append-only');
  });

  it('is paged from the newest event on', async () => {
    const { send } = await admin();
    const { username } = await api.make.user();
    for (let n = 0; n < 5; n += 1) await from.send(Login, { input: { username, password } });
    const all = (await send(AuditLog, { first: 100 })).data.auditLog;
    const times = all.nodes.map(({ createdAt }: { createdAt: string }) => createdAt);
    expect(times).toEqual([...times].sort().reverse());
    const seen: unknown[] = [];
    for (let after: string | undefined, more = true; more; ) {
      const { nodes, pageInfo } = (await send(AuditLog, { first: 2, after })).data.auditLog;
      seen.push(...nodes);
      after = pageInfo.endCursor;
      more = pageInfo.hasNextPage;
    }
    expect(seen).toEqual(all.nodes);
    expect(all.totalCount).toBe(seen.length);
  });

  it.each([
    [{ first: 0 }, 'first'],
    [{ first: 101 }, 'first'],
    [{ after: 'forged' }, 'after'],
  ])('refuses %j', async (variables, argument) => {
    expect(await (await admin()).send(AuditLog, variables)).toFailWith('BAD_USER_INPUT', [argument]);
  });

  it('costs as many statements for many events as for few', async () => {
    const { send } = await admin();
    for (let n = 0; n < 5; n += 1) {
      const { username } = await api.make.user();
      await from.send(Login, { input: { username, password } });
    }
    const Events = AuditLog.replace('query', 'query Events');
    const [few, many] = [await send(Events, { first: 2 }), await send(Events, { first: 20 })];
    const actors = many.data.auditLog.nodes.map(({ actor }: { actor: object }) => JSON.stringify(actor));
    expect(new Set(actors).size).toBeGreaterThan(4);
    expect(await api.statementsOf(few)).toBeLessThanOrEqual(4);
    expect(await api.statementsOf(many)).toBeLessThanOrEqual(4);
  });
});
