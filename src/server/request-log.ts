import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { RequestScope } from '../core/request-scope.js';

/** A proxy's id is kept, so that one request is found in all logs; anything odd is replaced. */
export function requestId({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}

/** What is logged of a request that was answered. */
export const requestLine = (
  { method, url }: Pick<IncomingMessage, 'method' | 'url'>,
  status: number,
  ms: number,
  { operation, viewerId, statements, rows, codes }: Partial<RequestScope> = {},
) => ({
  method,
  // Never the query string: it may hold what does not belong in a log.
  path: url?.split('?')[0]?.slice(0, 200),
  status,
  ms: Math.round(ms * 10) / 10,
  operation,
  viewer: viewerId,
  statements,
  rows,
  ...(codes?.length && { codes }),
});
