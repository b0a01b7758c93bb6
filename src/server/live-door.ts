import type { IncomingMessage } from 'node:http';
import proxyaddr from '@fastify/proxy-addr';
import type { Config } from '../config.js';
import { clientOf } from '../core/client-address.js';
import { AppError, type ErrorCode } from '../core/errors.js';
import { isAllowedOrigin } from './origins.js';
import { createTally } from './tally.js';

/** Whether a request offers to go on as a WebSocket, where there is one. */
export const isUpgrade = ({ url, headers }: IncomingMessage): boolean =>
  url?.split('?')[0] === '/graphql' && headers.upgrade?.toLowerCase() === 'websocket';

/** Sockets of one client that are open at a time; RATE_LIMIT_SCALE multiplies it. */
const mostOfClient = 100;

/**
 * Lets requests in that may become a socket, and returns what counts them out again; throws when they may not, with
 * the status to answer with.
 */
export function createDoor(config: Config): (request: IncomingMessage) => () => void {
  const trust = proxyaddr.compile(config.TRUSTED_PROXIES);
  const most = mostOfClient * config.RATE_LIMIT_SCALE;
  const inside = createTally(most);

  return (request) => {
    const { origin, host } = request.headers;
    if (!isUpgrade(request)) throw refusal(404, 'NOT_FOUND', 'There is no WebSocket at this address.');
    // Browsers let every page open a WebSocket, and only tell whose page it is.
    if (origin !== undefined && !isAllowedOrigin(config, origin, host))
      throw refusal(403, 'FORBIDDEN', 'This origin is not in CORS_ORIGINS.');
    const leave = inside.enter(clientOf(proxyaddr(request, trust)));
    if (leave) return leave;
    throw refusal(
      429,
      'RATE_LIMITED',
      `There are ${most} sockets from this address already. Close one first.`,
    );
  };
}

const refusal = (status: number, code: ErrorCode, message: string): AppError =>
  new AppError(code, message, { http: { status } });
