import jwt from 'jsonwebtoken';
import { useApi } from '../support/api.ts';
import { accessClaims, unique } from '../support/make.ts';

const api = useApi();
const Viewer = '{ viewer { id } }';
const Tokens = '{ accessToken refreshToken }';
const Register = `mutation ($input: RegisterInput!) { register(input: $input) ${Tokens} }`;
const Login = `mutation ($input: LoginInput!) { login(input: $input) ${Tokens} }`;
const Refresh = `mutation ($token: String) { refresh(refreshToken: $token) ${Tokens} }`;

/** The server's log, once it is complete up to a reply. */
const logUntil = async (reply: Awaited<ReturnType<typeof api.send>>) => {
  await api.logOf(reply);
  return api.running.log();
};
const newPassword = () => `${unique('secret')} soot and stone`;

describe('the log', () => {
  it('has no password, token or hash of those who sign in', async () => {
    const [username, password] = [unique('name'), newPassword()];
    const registered = await api.send(Register, { input: { username, password } });
    const login = await api.send(Login, { input: { username, password } });
    const refreshed = await api.send(Refresh, { token: login.data.login.refreshToken });
    const log = await logUntil(await api.as({ token: refreshed.data.refresh.accessToken }).send(Viewer));
    expect(log).toContain('"event":"login"');
    expect(log).not.toContain(password);
    expect(log).not.toMatch(/\$2b\$|Bearer/);
    const payloads = [registered.data.register, login.data.login, refreshed.data.refresh];
    for (const { accessToken, refreshToken } of payloads) {
      expect(log).not.toContain(accessToken);
      expect(log).not.toContain(refreshToken);
    }
  });

  it('has no password of those who are refused', async () => {
    const { username } = await api.make.user();
    const password = newPassword();
    await api.send(Login, { input: { username, password } });
    await api.send(Register, { input: { username, password } });
    await api.send(Register, { input: { username, password: password.repeat(5) } });
    await api.send(Register, { input: { username, password: [password] } });
    const log = await logUntil(await api.send(Login, { input: { username, password: { password } } }));
    expect(log).toContain('BAD_USER_INPUT');
    expect(log).not.toContain(password);
  });

  it('has no password that was written into the document', async () => {
    const password = newPassword();
    const reply = await api.send(
      `mutation { login(input: { username: "x", password: "${password}", a: 1 }) }`,
    );
    expect(reply).not.toHaveProperty('data');
    expect(await logUntil(reply)).not.toContain(password);
  });

  it('has no forged, expired or stolen token', async () => {
    const user = await api.make.user();
    const refreshToken = await api.make.refreshToken(user.sessionId, { used_at: new Date(0) });
    const forged = jwt.sign(accessClaims(user), 'another secret of at least 32 bytes!');
    await api.as({ token: forged }).send(Viewer);
    const reply = await api.send(Refresh, { token: refreshToken });
    expect(reply).toFailWith('UNAUTHENTICATED');
    const log = await logUntil(reply);
    expect(log).toContain('refresh-token-replayed');
    expect(log).not.toContain(refreshToken);
    expect(log).not.toContain(forged);
  });

  it('has no hash when the database refuses an account for a reason that nobody foresaw', async () => {
    await api.db.query("alter table users add constraint nobody check (username <> 'unforeseen')");
    const reply = await api.send(Register, { input: { username: 'unforeseen', password: newPassword() } });
    expect(reply).toFailWith('INTERNAL_SERVER_ERROR');
    expect(reply.errors?.[0]?.message).toBe('Internal server error');
    const lines = await api.logOf(reply);
    expect(lines).toContainEqual(expect.objectContaining({ msg: 'unexpected error' }));
    expect(JSON.stringify(lines)).not.toMatch(/\$2b\$/);
  });
});

describe('an error message', () => {
  it.each([
    ['of the wrong type', (password: string) => ({ password: [password] })],
    ['in the wrong field', (password: string) => ({ password: 'x', [password]: 1 })],
    ['that is too long', (password: string) => ({ password: password.repeat(5) })],
    ['with an unknown field beside it', (password: string) => ({ password, role: 'ADMIN' })],
  ])('does not repeat a password %s', async (_kind, input) => {
    const password = newPassword();
    const reply = await api.send(Register, { input: { username: unique('name'), ...input(password) } });
    expect(reply).toFailWith('BAD_USER_INPUT');
    expect(JSON.stringify(reply.errors)).not.toContain(password);
  });
});
