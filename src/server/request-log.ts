import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { newScope, type RequestScope } from '../core/request-scope.js';

/** A proxy's id is kept, so that one request is found in all logs; anything odd is replaced. */
function requestId({ headers }: IncomingMessage): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}

const scopes = new WeakMap<IncomingMessage, RequestScope>();

/** The scope of a request: the same for whoever asks, so that one that is handed on keeps its id and its costs. */
export function scopeOf(request: IncomingMessage): RequestScope {
  const known = scopes.get(request);
  if (known) return known;
  const scope = newScope(requestId(request));
  scopes.set(request, scope);
  return scope;
}

/** What is logged of a request that was answered. */
export const requestLine = (
  { method, url }: IncomingMessage,
  status: number,
  { arrived, operation, viewerId, statements, rows, codes }: RequestScope,
) => ({
  method,
  // Never the query string: it may hold what does not belong in a log.
  path: url?.split('?')[0]?.slice(0, 200),
  status,
  ms: Math.round((performance.now() - arrived) * 10) / 10,
  operation: operation?.slice(0, 100),
  viewer: viewerId,
  statements,
  rows,
  ...(codes.length > 0 && { codes }),
});

/** What is logged of a subscription that has ended. */
export const subscriptionLine = (
  { arrived, operation, viewerId, statements, rows, codes }: RequestScope,
  events: number,
) => ({
  ms: Math.round(performance.now() - arrived),
  operation: operation?.slice(0, 100),
  viewer: viewerId,
  events,
  statements,
  rows,
  ...(codes.length > 0 && { codes }),
});
