import { createHash } from 'node:crypto';
import { type Api, useApi } from '../support/api.ts';
import type { TestUser } from '../support/make.ts';
import { ask, chunked, get, post, seen, type WireReply } from '../support/wire.ts';

const api = useApi({ CORS_ORIGINS: 'https://app.example.org' });
let slow: Api;
let author: TestUser;

beforeAll(async () => {
  slow = await api.another({ FAST_PATH: 'off' });
  author = await api.make.user();
  for (let n = 0; n < 20; n += 1) {
    await api.make.post({ author_id: author.id, title: `Tïtle ${n} 汉字`, summary: 'x'.repeat(100) });
  }
  const warm = [Small, Large].map((query) => post({ query }));
  const known = [...warm, get(`?query=${q(Small)}`), get(`?query=${q(Large)}`)];
  for (let n = 0; n < 4; n += 1) for (const bytes of known) await ask(api.running.url, bytes);
});

const Small = '{ posts { totalCount } }';
const Large = 'query Large($n: Int = 20) { posts(first: $n) { nodes { id title slug summary: excerpt } } }';
const q = encodeURIComponent;

/** Compares the replies of both paths, until heads and documents have long been known. */
async function expectSameReplies(bytes: Buffer, replies = 1): Promise<WireReply[]> {
  const reference = (await ask(slow.running.url, bytes, replies)).map(seen);
  for (let n = 0; n < 4; n += 1)
    expect((await ask(api.running.url, bytes, replies)).map(seen)).toEqual(reference);
  return ask(api.running.url, bytes, replies);
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const persisted = (sha256Hash: string, version = 1) => ({ persistedQuery: { version, sha256Hash } });
const json = JSON.stringify;

describe('the reply is the same as from the pipeline', () => {
  it.each<[string, () => Buffer]>([
    ['a query', () => post({ query: Small })],
    ['a large answer', () => post({ query: Large })],
    ['a signed-in viewer', () => post({ query: Large }, { authorization: `Bearer ${author.token}` })],
    ['a bad token', () => post({ query: Small }, { authorization: 'Bearer x.y.z' })],
    ['an empty Authorization', () => post({ query: Small }, { authorization: '' })],
    ['HTTP/1.0', () => Buffer.from(post({ query: Small }).toString().replace('HTTP/1.1', 'HTTP/1.0'))],
    ['Connection: close', () => post({ query: Small }, { connection: 'close' })],
    ['an Upgrade', () => post({ query: Small }, { connection: 'upgrade', upgrade: 'websocket' })],
    ['a chunked body', () => chunked(json({ query: Small }))],
    ['a chunked body that is too large', () => chunked(json({ query: Small }).padEnd(110_000))],
    ['no body', () => post('')],
    ['no length', () => post('', { 'content-length': undefined })],
    ['a short length', () => post({ query: Small }, { 'content-length': 10, connection: 'close' })],
    ['a length with zeros', () => post('{"query":"{ viewer { id } }"}', { 'content-length': '00029' })],
    ['the largest body', () => post(json({ query: Small }).padEnd(102_400))],
    ['a body that is too large', () => post(json({ query: Small }).padEnd(102_401))],
    ['a byte order mark', () => post(`\uFEFF${json({ query: Small })}`)],
    ['white space', () => post(` \n${json({ query: Small })}\t\n`)],
    ['text after the body', () => post(`${json({ query: Small })}x`)],
    ['a batch', () => post([{ query: Small }])],
    ['a body that is a URL', () => post(`/graphql?query=${q(Small)}`)],
    ['a key that comes twice', () => post(`{"query":"{ nothing }","query":${json(Small)}}`)],
    [
      'a key that comes twice, the other way round',
      () => post(`{"query":${json(Small)},"query":"{ nothing }"}`),
    ],
    ['an unknown key', () => post({ query: Small, more: 1 })],
    ['__proto__', () => post(`{"query":${json(Small)},"__proto__":{"a":1}}`)],
    ['__proto__ in the variables', () => post(`{"query":${json(Large)},"variables":{"__proto__":{"n":1}}}`)],
    [
      'bytes that are no UTF-8',
      () => post(Buffer.from(`{"query":${json(Small)},"variables":{"m":"\xff"}}`, 'latin1')),
    ],
    ['half a surrogate pair', () => post(`{"query":${json(Small)},"variables":{"m":"\\ud800"}}`)],
    ['too many variables', () => post({ query: Small, variables: { m: Array(2_000).fill(1) } })],
    ['an unknown operation', () => post({ query: Large, operationName: 'Other' })],
    ['an empty operation name', () => post({ query: Large, operationName: '' })],
    ['an operation name that is no text', () => post({ query: Large, operationName: { a: 1 } })],
    ['the operation name', () => post({ query: Large, operationName: 'Large' })],
    ['a query and its hash', () => post({ query: Small, extensions: persisted(sha256(Small)) })],
    ['a query and another hash', () => post({ query: Large, extensions: persisted(sha256(Small)) })],
    ['a hash alone', () => post({ extensions: persisted(sha256(Small)) })],
    ['an unknown hash', () => post({ extensions: persisted('0'.repeat(64)) })],
    ['another version of persisted queries', () => post({ extensions: persisted(sha256(Small), 2) })],
    ['an unknown extension', () => post({ query: Small, extensions: { more: 1 } })],
    ['an error for one field', () => post({ query: '{ posts { nodes { id excerpt(length: 0) } } }' })],
    ['a search beside the body', () => post({ query: Small }, {}, 'POST /graphql?a=1')],
    ['an absolute address', () => post({ query: Small }, {}, 'POST http://example.org/graphql')],
    ['PUT', () => post({ query: Small }, {}, 'PUT /graphql')],
    ['GET', () => get(`?query=${q(Large)}`)],
    [
      'GET of a signed-in viewer',
      () => get(`?query=${q(Large)}`, { authorization: `Bearer ${author.token}` }),
    ],
    [
      'GET without the preflight header',
      () => get(`?query=${q(Small)}`, { 'apollo-require-preflight': undefined }),
    ],
    [
      'GET with an empty preflight header',
      () => get(`?query=${q(Small)}`, { 'apollo-require-preflight': '' }),
    ],
    [
      'GET with a body',
      () => Buffer.concat([get(`?query=${q(Small)}`, { 'content-length': 5 }), Buffer.from('hello')]),
    ],
    ['GET with null variables', () => get(`?query=${q(Small)}&variables=null`)],
    ['GET with null extensions', () => get(`?query=${q(Small)}&extensions=null`)],
    ['GET with empty variables', () => get(`?query=${q(Small)}&variables=`)],
    ['GET with __proto__', () => get(`?query=${q(Small)}&__proto__=1`)],
    ['GET with two queries', () => get(`?query=${q(Small)}&query=${q(Small)}`)],
    ['GET with a fragment', () => get(`?query=${q(Small)}#here`)],
    ['GET of a page', () => get(`?query=${q(Large)}`, { accept: 'text/html' })],
    [
      'OPTIONS',
      () =>
        get('', { origin: 'https://app.example.org', 'access-control-request-method': 'POST' }, 'OPTIONS'),
    ],
  ])('%s', async (_what, bytes) => {
    await expectSameReplies(bytes());
  });

  it.each<[string, (string | undefined)[]]>([
    ['host', [undefined, '', 'a b', 'localhost:80']],
    ['origin', ['https://app.example.org', 'https://elsewhere.example', 'null', '']],
    ['accept', ['application/json', 'application/graphql-response+json', 'text/html', 'text/plain', '']],
    [
      'content-type',
      [undefined, '', 'application/json; charset=utf-8', 'application/json; charset=utf-16', 'text/plain'],
    ],
    ['content-encoding', ['', 'identity', 'gzip']],
    ['x-no-compression', ['1', '']],
  ])('whatever %s says', async (name, values) => {
    for (const value of values) {
      await expectSameReplies(post({ query: Large }, { 'accept-encoding': 'gzip', [name]: value }));
      await expectSameReplies(get(`?query=${q(Large)}`, { 'accept-encoding': 'gzip', [name]: value }));
    }
  });

  it.each(['gzip', 'br', 'deflate', 'zstd', 'gzip, deflate, br', '*', 'identity', 'gzip;q=0', 'nothing', ''])(
    'in the encodings %j',
    async (encodings) => {
      const reference = seen((await ask(slow.running.url, post({ query: Large })))[0] as WireReply).body;
      const [reply] = await expectSameReplies(post({ query: Large }, { 'accept-encoding': encodings }));
      expect(seen(reply as WireReply).body).toBe(reference);
      await expectSameReplies(post({ query: Small }, { 'accept-encoding': encodings }));
    },
  );

  it('for requests that are sent without waiting, in their order, and on a connection that was handed on', async () => {
    const bodies = [{ query: Small }, { query: '{ nothing }' }, '[', { query: Large }, { query: Small }, '{'];
    for (const body of bodies) await expectSameReplies(post(body));
    const requests = [{ query: Small }, { query: '{ nothing }' }, { query: Large }, [], { query: Small }];
    await expectSameReplies(Buffer.concat(requests.map((body) => post(body))), requests.length);
  });
});
