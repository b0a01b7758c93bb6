import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ByteRange, Store } from '../platform/store.js';
import { byteRange } from './byte-range.js';
import { isHeld } from './http-caching.js';

/**
 * Sends a file that never changes with these headers, or the part that is asked for, or only that it is held already. False, with
 * nothing sent, when there is no such file.
 */
export async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  store: Store,
  { key, headers }: { key: string; headers: { etag: string } & Record<string, string> },
): Promise<boolean> {
  const { etag } = headers;
  const { range: header, 'if-range': condition, 'if-none-match': held } = request.headers;
  if (isHeld(held, etag)) {
    reply.code(304).headers(headers).send();
    return true;
  }
  const wantsPart = header !== undefined && (condition ?? etag) === etag;
  let range: ByteRange | null | undefined;
  const choose = (size: number) => {
    range = byteRange(header, size);
    return range ?? undefined;
  };
  const file = await store.open(key, wantsPart ? choose : undefined);
  if (!file) return false;
  const { size, body } = file;
  if (range === null) {
    body.destroy();
    reply.code(416).header('content-range', `bytes */${size}`).send();
    return true;
  }
  const { start, end } = range ?? { start: 0, end: size - 1 };
  if (range) reply.code(206).header('content-range', `bytes ${start}-${end}/${size}`);
  const length = { 'accept-ranges': 'bytes', 'content-length': end - start + 1 };
  reply.headers(headers).headers(length).send(body);
  return true;
}
