import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import jwt from 'jsonwebtoken';
import { useApi } from '../support/api.ts';
import { readEnvironment } from '../support/environment.ts';
import { useLive } from '../support/live.ts';
import { accessClaims, type TestUser } from '../support/make.ts';
import { waitFor } from '../support/process.ts';
import { acknowledged, init, protocol, useRawSockets } from '../support/raw-socket.ts';

const api = useApi();
const open = useLive();
const raw = useRawSockets();
const bearer = ({ token }: Pick<TestUser, 'token'>) => ({ authorization: `Bearer ${token}` });

describe('a socket that is left alone', () => {
  it('is closed when the session ends, with its subscriptions', async () => {
    const [revoked, disabled] = [await api.make.user(), await api.make.user()];
    const admin = await api.make.user({ role: 'ADMIN' });
    const sockets = await Promise.all([revoked, disabled].map((user) => raw(api).send(init(bearer(user)))));
    for (const socket of sockets) await socket.message('connection_ack');
    await api.as(revoked).send('mutation { logoutEverywhere }');
    const change = `mutation { updateUser(id: "${disabled.id}", input: { status: DISABLED }) { id } }`;
    await api.as(admin).send(change);
    for (const { closed } of sockets) expect(await closed).toEqual({ code: 4401, reason: 'TOKEN_REVOKED' });
  });

  it('is closed when the token expires, and can be opened with the next one', async () => {
    const user = await api.make.user();
    const exp = Math.floor(Date.now() / 1000) + 2;
    const socket = await raw(api).send(
      init(bearer({ token: jwt.sign(accessClaims(user, { exp }), readEnvironment().jwtSecret) })),
    );
    await socket.message('connection_ack');
    expect(await socket.closed).toEqual({ code: 4403, reason: 'TOKEN_EXPIRED' });
  });

  it('is closed when nobody is at the other end any more', async () => {
    const { hostname, port } = new URL(api.running.url);
    const dead = connect(Number(port), hostname);
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
  const descriptors = () => readdirSync(`/proc/${api.running.child.pid}/fd`).length;
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

describe('a server', () => {
  it('tells its clients to go elsewhere when it stops, and does not wait for them', async () => {
    const other = await api.another();
    const live = open(other);
    await live.posts();
    const deaf = await raw(other).send(init());
    deaf.socket.pause();
    const ending = other.running.stop();
    expect(await live.closed).toMatchObject({ code: 1001 });
    expect((await ending).code).toBe(0);
  });

  it('gives a client a hundred sockets, and counts each client behind a proxy by itself', async () => {
    const other = await api.another({ RATE_LIMIT_SCALE: '1', TRUSTED_PROXIES: '127.0.0.1' });
    const from = (address: string) => raw(other, { headers: { 'x-forwarded-for': address } });
    const sockets = Array.from({ length: 100 }, () => from('203.0.113.7'));
    await Promise.all(sockets.map((socket) => socket.send(init(), acknowledged)));
    expect(await from('203.0.113.7').refused).toEqual([429, 'RATE_LIMITED']);
    await from('203.0.113.8').send(init(), acknowledged);
    sockets[0]?.socket.terminate();
    await waitFor(async () => {
      const again = from('203.0.113.7');
      return Promise.race([again.send(init(), acknowledged), again.refused.then(() => undefined)]);
    });
  });

  it('lets go of a client that asks and asks and reads nothing', async () => {
    const socket = await raw(api).send(init(), acknowledged);
    socket.socket.pause();
    const ping = JSON.stringify({ type: 'ping', payload: { x: 'x'.repeat(10_000) } });
    for (let n = 0; n < 5_000 && socket.socket.readyState === socket.socket.OPEN; n += 1) {
      await new Promise((resolve) => socket.socket.send(ping, resolve));
    }
    socket.socket.resume();
    expect((await socket.closed).code).toBe(1006);
  });

  it('keeps nothing for a client that reads slowly, which gets everything later', async () => {
    const { id: after } = await api.make.post();
    const socket = await raw(api).send(init(), acknowledged);
    const query = `subscription { postPublished(after: "${after}") { id content } }`;
    await socket.send({ id: '1', type: 'subscribe', payload: { query } });
    socket.socket.pause();
    const ids: string[] = [];
    for (let n = 0; n < 60; n += 1) ids.push((await api.make.post({ content: 'x'.repeat(100_000) })).id);
    socket.socket.resume();
    const received = () => socket.messages.flatMap(({ type, payload }) => (type === 'next' ? [payload] : []));
    await waitFor(() => received().length === ids.length || undefined);
    expect(received()).toMatchObject(ids.map((id) => ({ data: { postPublished: { id } } })));
  });
});
