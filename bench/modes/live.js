import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { openArena } from '../lib/arena.js';
import { chooseContenders } from '../lib/contenders.js';
import { readExpected } from '../lib/expected.js';
import { describeMachine } from '../lib/machine.js';
import { memoryOf } from '../lib/memory-of.js';
import { writeResult } from '../lib/report.js';
import { median } from '../lib/statistics.js';
import { fixed, table, whole } from '../lib/table.js';
import { tokenFor } from '../lib/token.js';

const subscribers = 1_000;
const document = 'subscription { postPublished { id title slug author { displayName } tags { name } } }';
const create = 'mutation ($title: String!) { createPost(input: { title: $title, content: "x" }) { id } }';
const milliseconds = fixed(1);

/** How long it takes until a new post is with 1,000 subscribers of one process. Returns what failed. */
export async function run(options) {
  const settings = { subscribers, events: options.rounds ?? 20 };
  const arena = await openArena(options.posts);
  const [contender] = chooseContenders(['inkstone']);
  // All of them come from one address.
  const scaled = { ...contender, environment: { ...contender.environment, RATE_LIMIT_SCALE: '100' } };
  const { servers, failures } = await arena.startAll([scaled]);
  const { users } = await readExpected(arena.dataset.url);
  const results = {};
  for (const [name, tokens] of Object.entries({
    'guests, all the same': Array.from({ length: subscribers }, () => null),
    'signed in, each another': users.slice(0, subscribers).map(tokenFor),
  })) {
    for (const server of servers) results[name] = await measure(server, tokens, tokenFor(users[0]), settings);
  }
  print(results, settings);
  writeResult('live', {
    date: new Date().toISOString(),
    machine: { ...describeMachine(), pinning: options.pinning },
    settings,
    failures,
    results,
  });
  await arena.close();
  return failures;
}

async function measure(server, tokens, writer, { events }) {
  const before = memoryOf(server.pid);
  const sockets = await Promise.all(tokens.map((token) => subscribe(server.port, token)));
  // A subscription has begun when its first event comes; nothing says so earlier.
  for (let isQuiet = false; !isQuiet; ) {
    const { delays } = await publish(server.port, writer, sockets, 2_000);
    isQuiet = delays.length === sockets.length;
  }
  const memory = memoryOf(server.pid) - before;
  const rounds = [];
  for (let n = 0; n < events; n++) rounds.push(await publish(server.port, writer, sockets, 10_000));
  for (const { socket } of sockets) socket.terminate();
  const all = rounds.flatMap(({ delays }) => delays).sort((a, b) => a - b);
  return {
    received: all.length / events,
    first: median(rounds.map(({ delays }) => Math.min(...delays))),
    half: median(all),
    last: median(rounds.map(({ delays }) => Math.max(...delays))),
    worst: all.at(-1),
    kibibytesASocket: (memory * 1024) / sockets.length,
  };
}

async function subscribe(port, token) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws');
  const subscriber = { socket, hear: () => {} };
  await new Promise((resolve, reject) => {
    socket.once('error', reject).once('open', () => {
      const payload = token ? { authorization: `Bearer ${token}` } : {};
      socket.send(JSON.stringify({ type: 'connection_init', payload }));
    });
    socket.once('message', () => {
      socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: document } }));
      socket.on('message', (text) => subscriber.hear(JSON.parse(text)));
      resolve();
    });
  });
  return subscriber;
}

/** Publishes a post and waits until everyone has it: how many milliseconds after it was sent, for each. */
async function publish(port, token, sockets, patienceMs) {
  const title = `Live ${Math.random()}`;
  const delays = [];
  const sent = performance.now();
  const heard = new Promise((resolve) => {
    for (const subscriber of sockets) {
      subscriber.hear = ({ payload }) => {
        if (payload?.data?.postPublished.title !== title) return;
        if (delays.push(performance.now() - sent) === sockets.length) resolve();
      };
    }
  });
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const body = JSON.stringify({ query: create, variables: { title } });
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', headers, body });
  if (!(await response.json()).data) throw new Error('The post was not published.');
  await Promise.race([heard, sleep(patienceMs)]);
  return { delays };
}

function print(results, { events }) {
  const heads = ['subscribers', 'received', 'first ms', 'half ms', 'last ms', 'worst ms', 'KiB each'];
  const rows = Object.entries(results).map(([name, result]) => [
    name,
    whole(result.received),
    ...[result.first, result.half, result.last, result.worst].map(milliseconds),
    whole(result.kibibytesASocket),
  ]);
  console.log(
    `\n### From createPost to ${subscribers} subscribers, ${events} posts\n\n${table(heads, rows)}\n`,
  );
}
