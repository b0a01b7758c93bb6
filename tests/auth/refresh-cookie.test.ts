import { type Reply, useApi } from '../support/api.ts';
import { password } from '../support/make.ts';
import { startInkstone } from '../support/process.ts';

const api = useApi();
const Login =
  'mutation ($input: LoginInput!) { login(input: $input) { accessToken refreshToken refreshTokenExpiresAt } }';
const Refresh =
  'mutation ($token: String) { refresh(refreshToken: $token) { accessToken refreshToken user { id } } }';

type Options = { cookie?: string | undefined; token?: string; wants?: boolean; url?: string };

/** Sends as a browser would, with its cookies. */
async function send(query: string, variables: object, { cookie, token, wants = true, url }: Options = {}) {
  const response = await fetch(url ?? api.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(wants && { 'refresh-token-transport': 'cookie' }),
      ...(cookie && { cookie }),
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  const [set = ''] = response.headers.getSetCookie();
  return { ...((await response.json()) as Pick<Reply, 'data' | 'errors'>), set, cookie: set.split(';')[0] };
}

async function signIn(options?: Options) {
  const user = await api.make.user();
  const answer = await send(Login, { input: { username: user.username, password } }, options);
  return { user, ...answer };
}

describe('the refresh token of a browser', () => {
  it('goes into a cookie that no script and no other site can use, and not into the answer', async () => {
    const { data, set } = await signIn();
    expect(data.login.refreshToken).toBeNull();
    expect(set).toMatch(/^inkstone-refresh=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/);
    const expires = Date.parse(/Expires=([^;]+)/.exec(set)?.[1] ?? '');
    expect(Math.abs(expires - Date.parse(data.login.refreshTokenExpiresAt))).toBeLessThan(1_000);
  });

  it('stays in the answer, without a cookie, for a client that does not ask for it', async () => {
    const { data, set } = await signIn({ wants: false });
    expect(data.login.refreshToken).toMatch(/^[\w-]{43}$/);
    expect(set).toBe('');
  });

  it('is renewed by `refresh` without an argument, and its successor is a cookie again', async () => {
    const { user, cookie } = await signIn();
    const renewed = await send(Refresh, {}, { cookie, wants: false });
    expect(renewed.data.refresh).toMatchObject({ refreshToken: null, user: { id: user.id } });
    expect(renewed.cookie).toMatch(/^inkstone-refresh=/);
    expect(renewed.cookie).not.toBe(cookie);
    expect((await send(Refresh, {}, { cookie: renewed.cookie })).data.refresh.user.id).toBe(user.id);
  });

  it('gives way to a token in the argument', async () => {
    const [browser, other] = [await signIn(), await signIn({ wants: false })];
    const variables = { token: other.data.login.refreshToken };
    const { data, set } = await send(Refresh, variables, { cookie: browser.cookie, wants: false });
    expect(data.refresh.user.id).toBe(other.user.id);
    expect(data.refresh.refreshToken).toMatch(/^[\w-]{43}$/);
    expect(set).toBe('');
  });

  it('is forgotten when it is refused', async () => {
    const { errors, set } = await send(Refresh, {}, { cookie: `inkstone-refresh=${'x'.repeat(43)}` });
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(set).toMatch(/^inkstone-refresh=; Path=\/; Expires=Thu, 01 Jan 1970/);
  });

  it.each(['', 'a=b', 'inkstone-refresh=', '__Host-inkstone-refresh=abc'])(
    'is asked for when the cookies are "%s"',
    async (cookie) => {
      const { errors } = await send(Refresh, {}, { cookie });
      expect(errors?.[0]?.extensions).toMatchObject({
        code: 'BAD_USER_INPUT',
        fields: [{ path: ['refreshToken'], code: 'REQUIRED' }],
      });
    },
  );

  it.each(['logout', 'logoutEverywhere'])('is forgotten after %s', async (operation) => {
    const { data, cookie } = await signIn();
    const { set } = await send(`mutation { ${operation} }`, {}, { cookie, token: data.login.accessToken });
    expect(set).toMatch(/^inkstone-refresh=; Path=\/; Expires=Thu, 01 Jan 1970/);
    expect((await send(Refresh, {}, { cookie })).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('is bound to the host and to TLS where the server is reached by https', async () => {
    const secure = await startInkstone({ ...api.settings, PUBLIC_URL: 'https://blog.example.org' });
    try {
      const url = /Listens on +(\S+)|"address":"([^"]+)/.exec(secure.log());
      const user = await api.make.user();
      const variables = { input: { username: user.username, password } };
      const { set } = await send(Login, variables, { url: `${url?.[1] ?? url?.[2]}/graphql` });
      expect(set).toMatch(
        /^__Host-inkstone-refresh=[\w-]{43}; Path=\/; .*; HttpOnly; Secure; SameSite=Strict$/,
      );
    } finally {
      await secure.stop();
    }
  });
});
