import type { IncomingMessage } from 'node:http';
import { LRUCache } from 'lru-cache';

/** Bodies from this size on are compressed for clients that ask for it. */
export const worthCompressing = 1_024;

/** All that the pipeline looks at in the head of a request to `/graphql`, beside what each answer is made for. */
const deciding = [
  'host',
  'origin',
  'accept',
  'accept-encoding',
  'content-type',
  'content-encoding',
  'apollo-require-preflight',
  'x-no-compression',
  'x-apollo-operation-name',
] as const;

/** What belongs to one answer and not to all of its shape. */
const ownHeaders = new Set([
  ...['x-request-id', 'content-length', 'content-encoding', 'cache-control', 'etag', 'set-cookie'],
  ...['date', 'connection', 'keep-alive', 'transfer-encoding'],
]);

/** Real clients have few shapes. */
const longestShape = 1_000;
const mostShapes = 500;

/** How the pipeline answered: its headers as a flat list, and the encoding of the body. */
export type ReplyHead = { fields: string[]; encoding: string | undefined };

type Headers = Record<string, number | string | string[] | undefined>;

/** How replies of one shape began, by whether the body was worth compressing. */
type Heads = { small?: ReplyHead; large?: ReplyHead };

/** The heads of replies, as they were seen: requests that look the same to the pipeline get the same head. */
export type ReplyHeads = {
  /** Stands for everything that the pipeline decides by; null for what is never looked up. */
  shapeOf: (request: IncomingMessage) => string | null;
  /** Remembers how a request of this shape was answered. */
  learn: (shape: string, reply: Headers) => void;
  /** What was learned of this shape. */
  of: (shape: string) => Heads | undefined;
};

/** The head for a body of so many bytes. */
export const headFor = (heads: Heads, bytes: number): ReplyHead | undefined =>
  bytes >= worthCompressing ? heads.large : heads.small;

export function createReplyHeads(): ReplyHeads {
  const seen = new LRUCache<string, Heads>({ max: mostShapes });
  return {
    shapeOf,
    learn: (shape, reply) => {
      // Browsers are shown a page where others are answered.
      if (!/^application\/(graphql-response\+)?json/.test(String(reply['content-type']))) return;
      const encoding = reply['content-encoding'] as string | undefined;
      const isLarge = encoding !== undefined || Number(reply['content-length']) >= worthCompressing;
      const heads = seen.get(shape) ?? {};
      heads[isLarge ? 'large' : 'small'] ??= { fields: fieldsOf(reply), encoding };
      seen.set(shape, heads);
    },
    of: (shape) => seen.get(shape),
  };
}

function shapeOf({ method, url = '', headers }: IncomingMessage): string | null {
  const isQuestion = method === 'POST' ? url === '/graphql' : method === 'GET' && url.startsWith('/graphql?');
  if (!isQuestion || headers['content-type']?.startsWith('multipart/')) return null;
  let shape = `${method} ${headers.authorization === undefined}`;
  // An empty header is not a missing one.
  for (const name of deciding) shape += `\n${headers[name] ?? '\0'}`;
  return shape.length <= longestShape ? shape : null;
}

const fieldsOf = (reply: Headers): string[] =>
  Object.entries(reply).flatMap(([name, value]) =>
    value === undefined || ownHeaders.has(name) ? [] : [name, String(value)],
  );
