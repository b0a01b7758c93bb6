import { readdirSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import jwt from 'jsonwebtoken';
import { WebSocket } from 'ws';
import { useApi } from '../support/api.ts';
import { readEnvironment } from '../support/environment.ts';
import { PostPublished, useLive } from '../support/live.ts';
import { accessClaims, type TestUser } from '../support/make.ts';
import { waitFor } from '../support/process.ts';

const origin = 'https://app.example.org';
const api = useApi({ CORS_ORIGINS: origin, PUBLIC_URL: 'https://blog.example.org' });
const open = useLive();
const protocol = 'graphql-transport-ws';
const subscribe = { id: '1', type: 'subscribe', payload: { query: PostPublished } };

/** Among what is to be sent: wait until the server has taken the hello. */
const acknowledged: Message = { type: 'connection_ack' };

type Opening = { headers?: Record<string, string>; protocol?: string | string[] };
type Message = { id?: string; type: string; payload?: unknown };

/** A socket without a library that keeps the rules. */
class Raw {
  readonly socket: WebSocket;
  readonly messages: Message[] = [];
  readonly closed: Promise<{ code: number; reason: string }>;
  /** The status and code with which the request was refused. */
  readonly refused: Promise<[number | undefined, string]>;

  constructor({ headers = {}, protocol: wanted = protocol }: Opening = {}) {
    this.socket = new WebSocket(api.url.replace('http', 'ws'), wanted, { headers });
    this.socket.on('message', (data) => this.messages.push(JSON.parse(String(data))));
    this.socket.on('error', () => {});
    this.closed = new Promise((resolve) => {
      this.socket.on('close', (code, reason) => resolve({ code, reason: String(reason) }));
    });
    this.refused = new Promise((resolve) => {
      this.socket.on('unexpected-response', (_request, response) => {
        let body = '';
        response.on('data', (chunk) => {
          body += chunk;
        });
        response.on('end', () => resolve([response.statusCode, JSON.parse(body).errors[0].extensions.code]));
      });
    });
    sockets.push(this.socket);
  }

  async send(...messages: (Message | string)[]): Promise<this> {
    await waitFor(() => this.socket.readyState === WebSocket.OPEN || undefined);
    for (const message of messages) {
      if (message === acknowledged) await this.message('connection_ack');
      else this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
    }
    return this;
  }

  /** Waits for a message of a type. */
  message(type: string): Promise<Message> {
    return waitFor(() => this.messages.find((message) => message.type === type));
  }
}

const sockets: WebSocket[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.terminate();
});

const init = (payload?: unknown): Message => ({ type: 'connection_init', payload });
const bearer = ({ token }: Pick<TestUser, 'token'>) => ({ authorization: `Bearer ${token}` });
const sign = (claims: object) => jwt.sign(claims, readEnvironment().jwtSecret);

/** What files and sockets the server has open. */
const descriptors = () => readdirSync(`/proc/${api.running.child.pid}/fd`).length;

describe('who may open a socket', () => {
  it.each([
    ['no browser', {}],
    ['a page of ours', { origin: 'https://blog.example.org' }],
    ['a page of ours, as the Host header tells', { origin: 'http://127.0.0.1' }],
    ['a page of CORS_ORIGINS', { origin }],
  ])('%s', async (_, headers: Record<string, string>) => {
    if (headers.origin === 'http://127.0.0.1') headers = { origin: api.running.url };
    const raw = await new Raw({ headers }).send(init());
    expect(await raw.message('connection_ack')).toEqual({ type: 'connection_ack' });
  });

  it.each([
    'https://evil.example.org',
    'https://app.example.org.evil.example',
    'http://app.example.org',
    'http://127.0.0.1:1',
    'null',
    '',
  ])('not a page of %p', async (other) => {
    const raw = new Raw({ headers: { origin: other } });
    expect(await raw.refused).toEqual([403, 'FORBIDDEN']);
  });

  it('nobody with a handshake that is none', async () => {
    const headers = { connection: 'Upgrade', upgrade: 'websocket' };
    const response = await new Promise<IncomingMessage>((resolve) => get(api.url, { headers }, resolve));
    const { errors } = JSON.parse(String(await response.toArray()));
    expect([response.statusCode, errors[0].extensions.code]).toEqual([400, 'BAD_REQUEST']);
  });

  it('nobody who does not name the protocol', async () => {
    expect((await new Raw({ protocol: [] }).closed).code).toBe(4406);
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
    for (const raw of [
      await new Raw().send(init(bearer(author))),
      await new Raw().send(init({ Authorization: `Bearer ${author.token}` })),
      await new Raw({ headers: bearer(author) }).send(init()),
    ]) {
      await raw.send(acknowledged, { ...subscribe, payload: { query } });
      expect((await raw.message('next')).payload).toEqual({
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
    const raw = await new Raw().send(init(await payload()));
    expect(await raw.closed).toEqual({ code, reason });
    expect(raw.messages).toEqual([]);
  });

  it('is refused with a bad header too', async () => {
    const raw = await new Raw({ headers: { authorization: 'Bearer garbage' } }).send(init());
    expect(await raw.closed).toEqual({ code: 4401, reason: 'UNAUTHENTICATED' });
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
    expect((await (await new Raw().send(...messages)).closed).code).toBe(code);
  });

  it('that say nothing at all are shown out after three seconds', async () => {
    expect((await new Raw().closed).code).toBe(4408);
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

describe('a socket that is left alone', () => {
  it('is closed when the session ends, with its subscriptions', async () => {
    const [revoked, disabled] = [await api.make.user(), await api.make.user()];
    const admin = await api.make.user({ role: 'ADMIN' });
    const raws = await Promise.all([revoked, disabled].map((user) => new Raw().send(init(bearer(user)))));
    for (const raw of raws) await raw.message('connection_ack');
    await api.as(revoked).send('mutation { logoutEverywhere }');
    const change = `mutation { updateUser(id: "${disabled.id}", input: { status: DISABLED }) { id } }`;
    await api.as(admin).send(change);
    for (const { closed } of raws) expect(await closed).toEqual({ code: 4401, reason: 'TOKEN_REVOKED' });
  });

  it('is closed when the token expires, and can be opened with the next one', async () => {
    const user = await api.make.user();
    const exp = Math.floor(Date.now() / 1000) + 2;
    const raw = await new Raw().send(init(bearer({ token: sign(accessClaims(user, { exp })) })));
    await raw.message('connection_ack');
    expect(await raw.closed).toEqual({ code: 4403, reason: 'TOKEN_EXPIRED' });
  });

  it('is closed when nobody is at the other end any more', async () => {
    const { hostname, port } = new URL(api.running.url);
    const dead: Socket = connect(Number(port), hostname);
    const head = [
      'GET /graphql HTTP/1.1',
      `host: ${hostname}:${port}`,
      'connection: upgrade',
      'upgrade: websocket',
      'sec-websocket-version: 13',
      `sec-websocket-key: ${Buffer.alloc(16).toString('base64')}`,
      `sec-websocket-protocol: ${protocol}`,
    ];
    dead.write(`${head.join('\r\n')}\r\n\r\n`);
    await new Promise((resolve) => dead.once('data', resolve));
    const hello = Buffer.from(JSON.stringify(init()));
    // A frame of the protocol: text, masked with zeros.
    dead.write(Buffer.concat([Buffer.from([0x81, 0x80 | hello.length, 0, 0, 0, 0]), hello]));
    // Reads, and answers no ping.
    dead.resume();
    await new Promise((resolve) => dead.once('close', resolve));
  });
});

it('subscriptions end before the event when the session has ended', async () => {
  const user = await api.make.user();
  const live = open(api, user);
  const feed = await live.posts();
  await api.as(user).send('mutation { logout }');
  await api.make.post();
  expect(await live.closed).toMatchObject({ code: 4401, reason: 'TOKEN_REVOKED' });
  expect(feed.ids).toEqual([]);
});

it('hundreds of sockets leave nothing behind, however they end', async () => {
  const lines = () => api.running.log().match(/"msg":"subscription"/g)?.length ?? 0;
  await open(api).posts();
  const [base, ended] = [descriptors(), lines()];
  for (let round = 0; round < 5; round += 1) {
    const lives = Array.from({ length: 60 }, () => open(api));
    const feeds = await Promise.all(lives.map((live) => live.posts()));
    for (const [n, live] of lives.entries()) {
      if (n % 3 === 0) feeds[n]?.stop();
      if (n % 3 === 1) live.client.terminate();
      else void live.client.dispose();
    }
  }
  await waitFor(() => lines() - ended >= 300 || undefined);
  await waitFor(() => descriptors() <= base + 5 || undefined);
});
