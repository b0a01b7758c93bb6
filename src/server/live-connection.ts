import { randomUUID } from 'node:crypto';
import type { Server } from 'graphql-ws';
import type { WebSocket } from 'ws';
import { AppError, type ErrorCode } from '../core/errors.js';
import type { Logger } from '../core/logger.js';
import { newScope, requestScope } from '../core/request-scope.js';
import type { Caller } from './live-operations.js';

/** What may wait for a client to read it; a client that lets more gather is gone. */
const mostUnreadBytes = 1024 * 1024;

/** The codes that sockets are closed with. With 4403 and 1013 a client tries again, with 4401 it does not. */
const closeCodes: Partial<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 4401,
  TOKEN_REVOKED: 4401,
  TOKEN_EXPIRED: 4403,
  RATE_LIMITED: 4429,
  SERVICE_UNAVAILABLE: 1013,
};
const bugCode = 4500;

/** One open socket. */
export type Connection = {
  /** Closes it when the other end has not answered since the last time, or when the caller may not stay. */
  check: () => Promise<void>;
  close: (code: number, reason: string) => void;
  terminate: () => void;
};

/** Lets `server` talk with a client. */
export function connect(server: Server<Caller>, socket: WebSocket, caller: Caller, log: Logger): Connection {
  let isHeard = true;
  const hear = () => {
    isHeard = true;
    if (socket.bufferedAmount > mostUnreadBytes) socket.terminate();
  };
  const closeFor = (error: unknown) => {
    const code = error instanceof AppError ? (error.extensions.code as ErrorCode) : 'INTERNAL_SERVER_ERROR';
    if (!closeCodes[code]) log.error({ err: error }, 'unexpected error');
    socket.close(closeCodes[code] ?? bugCode, code);
  };

  const closed = server.opened(
    {
      protocol: socket.protocol,
      // Whoever sends waits until the client has taken it, so nothing is made for those who do not read.
      send: (text) =>
        new Promise((resolve) => {
          socket.send(text, () => resolve());
        }),
      close: (code, reason) => socket.close(code, reason),
      onMessage: (receive) =>
        socket.on('message', (message) => {
          hear();
          requestScope.run(newScope(randomUUID()), () => receive(String(message))).catch(closeFor);
        }),
    },
    caller,
  );
  socket.on('ping', hear);
  socket.on('pong', hear);
  socket.on('error', (error) => log.debug({ err: error }, 'a socket failed'));
  socket.on('close', (code, reason) => void closed(code, String(reason)));

  return {
    check: async () => {
      if (!isHeard) return socket.terminate();
      isHeard = false;
      socket.ping();
      await caller.context().catch((error) => {
        // When the database cannot tell, who was let in stays.
        if (error.extensions?.code !== 'SERVICE_UNAVAILABLE') closeFor(error);
      });
    },
    close: (code, reason) => socket.close(code, reason),
    terminate: () => socket.terminate(),
  };
}
