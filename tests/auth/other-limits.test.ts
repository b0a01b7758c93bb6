import { useApi } from '../support/api.ts';
import { unique } from '../support/make.ts';

const api = useApi({ RATE_LIMIT_SCALE: '1', TRUSTED_PROXIES: '127.0.0.1' });
const password = 'wet stone and soot';
const Register = 'mutation ($input: RegisterInput!) { register(input: $input) { user { id } } }';
const Refresh = 'mutation ($token: String) { refresh(refreshToken: $token) { accessToken } }';

const register = (address: string, username: string, secret = password) =>
  api.from(address).send(Register, { input: { username, password: secret } });
const refresh = (address: string, token: string) => api.from(address).send(Refresh, { token });

describe('register', () => {
  it('is refused from the 21st call of a client within an hour on, whatever became of the others', async () => {
    const address = '198.51.100.1';
    const { username: taken } = await api.make.user();
    expect(await register(address, unique('name'))).toSucceed();
    expect(await register(address, taken)).toFailWith('CONFLICT');
    for (let n = 0; n < 18; n += 1)
      expect(await register(address, unique('name'), 'short')).toFailWith('BAD_USER_INPUT');
    const username = unique('name');
    const refused = await register(address, username);
    expect(refused).toFailWith('RATE_LIMITED');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3_500);
    expect(await api.row('select 1 from users where username = $1', [username])).toBeUndefined();
    expect(await register('198.51.100.2', username)).toSucceed();
  });
});

describe('refresh', () => {
  it('is refused from the 121st call of a client within a minute on, and uses nothing up', async () => {
    const address = '198.51.100.3';
    const user = await api.make.user();
    const token = await api.make.refreshToken(user.sessionId);
    for (let n = 0; n < 120; n += 1) expect(await refresh(address, 'x')).toFailWith('UNAUTHENTICATED');
    const refused = await refresh(address, token);
    expect(refused).toFailWith('RATE_LIMITED');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect(await refresh('198.51.100.4', token)).toSucceed();
  });
});
