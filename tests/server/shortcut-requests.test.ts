import { setTimeout as sleep } from 'node:timers/promises';
import { type Api, useApi } from '../support/api.ts';
import { statementsOnceKnown } from '../support/kept.ts';
import type { TestUser } from '../support/make.ts';
import { waitFor } from '../support/process.ts';
import { ask, post, Wire } from '../support/wire.ts';

const api = useApi();
let slow: Api;
let author: TestUser;

beforeAll(async () => {
  slow = await api.another({ FAST_PATH: 'off' });
  author = await api.make.user();
  await api.make.post({ author_id: author.id });
  const authorization = `Bearer ${author.token}`;
  for (let n = 0; n < 4; n += 1) {
    for (const query of [Small, Large]) await ask(api.running.url, post({ query }, { authorization }));
    await ask(api.running.url, post({ query: Small }));
  }
});

const Small = '{ posts { totalCount } }';
const Large = 'query Large($n: Int = 20) { posts(first: $n) { nodes { id title slug summary: excerpt } } }';

describe('a client', () => {
  it('that waits to be told to continue is told', async () => {
    const wire = await Wire.open(api.running.url);
    wire.send(post({ query: Small }, { expect: '100-continue' }));
    expect((await wire.reply()).status).toBe('HTTP/1.1 100 Continue');
    expect((await wire.reply()).status).toBe('HTTP/1.1 200 OK');
    wire.close();
  });
});

describe('the log line', () => {
  const Named = `query ${'N'.repeat(150)} { posts { totalCount } }`;

  it.each<[string, string, boolean]>([
    ["a guest's", Large, false],
    ["a viewer's", Large, true],
    ['an anonymous', Small, true],
    ['an operation of a long name', Named, false],
    ['an error', '{ posts(first: 0) { totalCount } }', true],
  ])('says the same of %s query', async (_what, query, isSignedIn) => {
    const lineOf = async (server: Api) => {
      const send = () => server.request(query, {}, isSignedIn ? author.token : undefined);
      for (let n = 0; n < 5; n += 1) await send();
      const lines = await server.logOf(await send());
      expect(lines).toHaveLength(1);
      const { time, ms, requestId, statements, rows, ...line } = lines[0] ?? {};
      expect([typeof time, typeof ms, typeof requestId]).toEqual(['number', 'number', 'string']);
      return line;
    };
    expect(await lineOf(api)).toEqual(await lineOf(slow));
  });

  it('counts what an answer cost before it was handed on', async () => {
    const both = '{ posts { totalCount } post { id } }';
    // Once compiled, and once by graphql-js, which says what is wrong.
    expect(await statementsOnceKnown(api, () => api.send(both))).toBe(2);
  });
});

describe('a client that goes away', () => {
  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['before its body is sent', (bytes) => bytes.subarray(0, -10)],
    ['before it is answered', (bytes) => bytes],
  ])('%s does no harm', async (_when, part) => {
    for (const query of [Small, Large, '{ viewer { id } }']) {
      for (let n = 0; n < 20; n += 1) {
        const wire = await Wire.open(api.running.url);
        wire.send(part(post({ query }, { authorization: `Bearer ${author.token}` })));
        if (n % 2) await sleep(2);
        wire.close();
      }
    }
    expect(await api.send(Small)).toSucceed();
    expect(api.running.log()).not.toMatch(/"level":(50|60)/);
  });

  it('slowly is told that it took too long', async () => {
    const wire = await Wire.open(api.running.url);
    wire.send(post({ query: Small }).subarray(0, -1));
    expect((await wire.reply()).status).toMatch(/408/);
  });
});

describe('a stop', () => {
  it('answers what is being made', async () => {
    const other = await api.another();
    await statementsOnceKnown(other, () => other.as(author).send(Small));
    const client = await api.db.connect();
    await client.query('begin; lock table posts in access exclusive mode');
    const replies = [
      other.as(author).send(Small),
      other.send(Small),
      other.send('{ posts { nodes { id } } }'),
    ];
    const waiting =
      "select 1 from pg_stat_activity where wait_event = 'relation' and query like '%from posts%'";
    await waitFor(async () => ((await api.db.query(waiting)).rows.length >= 2 ? true : undefined));
    const stopped = other.running.stop();
    await waitFor(() => (/"msg":"stopping"/.test(other.running.log()) ? true : undefined));
    await client.query('commit');
    client.release();
    for (const reply of await Promise.all(replies)) expect(reply).toSucceed();
    expect((await stopped).code).toBe(0);
  });
});
