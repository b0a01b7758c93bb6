import { get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import jwt from 'jsonwebtoken';
import { useApi } from '../support/api.ts';
import { readEnvironment } from '../support/environment.ts';
import { PostPublished, useLive } from '../support/live.ts';
import { accessClaims, type TestUser } from '../support/make.ts';
import { acknowledged, init, type Message, useRawSockets } from '../support/raw-socket.ts';

const origin = 'https://app.example.org';
const api = useApi({ CORS_ORIGINS: origin, PUBLIC_URL: 'https://blog.example.org' });
const open = useLive();
const raw = useRawSockets();
const subscribe = { id: '1', type: 'subscribe', payload: { query: PostPublished } };

const bearer = ({ token }: Pick<TestUser, 'token'>) => ({ authorization: `Bearer ${token}` });
const sign = (claims: object) => jwt.sign(claims, readEnvironment().jwtSecret);

describe('who may open a socket', () => {
  it.each([
    ['no browser', {}],
    ['a page of ours', { origin: 'https://blog.example.org' }],
    ['a page of ours, as the Host header tells', { origin: 'http://127.0.0.1' }],
    ['a page of CORS_ORIGINS', { origin }],
  ])('%s', async (_, headers: Record<string, string>) => {
    if (headers.origin === 'http://127.0.0.1') headers = { origin: api.running.url };
    const socket = await raw(api, { headers }).send(init());
    expect(await socket.message('connection_ack')).toEqual({ type: 'connection_ack' });
  });

  it.each([
    'https://evil.example.org',
    'https://app.example.org.evil.example',
    'http://app.example.org',
    'http://127.0.0.1:1',
    'null',
    '',
  ])('not a page of %p', async (other) => {
    const socket = raw(api, { headers: { origin: other } });
    expect(await socket.refused).toEqual([403, 'FORBIDDEN']);
  });

  it('nobody with a handshake that is none', async () => {
    const headers = { connection: 'Upgrade', upgrade: 'websocket' };
    const response = await new Promise<IncomingMessage>((resolve) => get(api.url, { headers }, resolve));
    const { errors } = JSON.parse(String(await response.toArray()));
    expect([response.statusCode, errors[0].extensions.code]).toEqual([400, 'BAD_REQUEST']);
  });

  it('nobody who does not name the protocol', async () => {
    expect((await raw(api, { protocol: [] }).closed).code).toBe(4406);
  });

  it('offers of other protocols are overlooked, as HTTP wants it', async () => {
    const headers = { connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c', 'http2-settings': 'AAMAAABk' };
    const { hostname, port } = new URL(api.running.url);
    const socket = connect(Number(port), hostname);
    const lines = Object.entries({ host: `${hostname}:${port}`, ...headers }).map((pair) => pair.join(': '));
    socket.write(`GET /healthz HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
    const answer = await new Promise<Buffer>((resolve) => socket.once('data', resolve));
    socket.destroy();
    expect(String(answer)).toMatch(/^HTTP\/1.1 200 /);
  });
});

describe('who asks', () => {
  it('is said by the first message, or by the header of the request', async () => {
    const author = await api.make.user();
    const { id } = await api.make.post();
    await api.make.post({ author_id: author.id });
    const query = `subscription { postPublished(after: "${id}") { viewerCanEdit } }`;
    for (const socket of [
      await raw(api).send(init(bearer(author))),
      await raw(api).send(init({ Authorization: `Bearer ${author.token}` })),
      await raw(api, { headers: bearer(author) }).send(init()),
    ]) {
      await socket.send(acknowledged, { ...subscribe, payload: { query } });
      expect((await socket.message('next')).payload).toEqual({
        data: { postPublished: { viewerCanEdit: true } },
      });
    }
  });

  it.each<[string, number, string, () => unknown | Promise<unknown>]>([
    ['garbage', 4401, 'UNAUTHENTICATED', () => ({ authorization: 'Bearer garbage' })],
    ['no text', 4401, 'UNAUTHENTICATED', () => ({ authorization: { token: 1 } })],
    ['another scheme', 4401, 'UNAUTHENTICATED', () => ({ authorization: 'Basic YTpi' })],
    ['a forged token', 4401, 'UNAUTHENTICATED', () => ({ authorization: `Bearer ${jwt.sign({}, 'x')}` })],
    [
      'an expired token',
      4403,
      'TOKEN_EXPIRED',
      async () => {
        const user = await api.make.user();
        const exp = Math.floor(Date.now() / 1000) - 1;
        return bearer({ token: sign(accessClaims(user, { exp })) });
      },
    ],
    [
      'a token whose session has ended',
      4401,
      'TOKEN_REVOKED',
      async () => {
        const user = await api.make.user();
        await api.as(user).send('mutation { logout }');
        return bearer(user);
      },
    ],
  ])('is refused with %s', async (_, code, reason, payload) => {
    const socket = await raw(api).send(init(await payload()));
    expect(await socket.closed).toEqual({ code, reason });
    expect(socket.messages).toEqual([]);
  });

  it('is refused with a bad header too', async () => {
    const socket = await raw(api, { headers: { authorization: 'Bearer garbage' } }).send(init());
    expect(await socket.closed).toEqual({ code: 4401, reason: 'UNAUTHENTICATED' });
  });
});

describe('hostile clients', () => {
  it.each<[string, number, (Message | string)[]]>([
    ['subscribe before they say hello', 4401, [subscribe]],
    ['say hello twice', 4429, [init(), init()]],
    ['say nothing that can be read', 4400, ['{']],
    ['say nothing that is in the protocol', 4400, [{ type: 'hello' }]],
    ['send a hello that is no object', 4400, [init('x')]],
    ['use one id twice', 4409, [init(), acknowledged, subscribe, subscribe]],
    ['send more than MAX_BODY_BYTES', 1009, [init({ x: 'x'.repeat(200_000) })]],
  ])('that %s are shown out', async (_, code, messages) => {
    expect((await (await raw(api).send(...messages)).closed).code).toBe(code);
  });

  it('that say nothing at all are shown out after three seconds', async () => {
    expect((await raw(api).closed).code).toBe(4408);
  });

  it('cannot have more than 20 subscriptions a socket', async () => {
    const live = open(api);
    const feeds = Array.from({ length: 21 }, () => live.subscribe(PostPublished));
    expect((await (feeds[20] as (typeof feeds)[0]).refusal()).extensions.code).toBe('RATE_LIMITED');
    feeds[0]?.stop();
    const next = live.subscribe(PostPublished, { after: 'x' });
    expect((await next.refusal()).extensions.code).toBe('BAD_USER_INPUT');
  });
});
