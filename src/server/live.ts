import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { GraphQLSchema } from 'graphql';
import { handleProtocols, makeServer } from 'graphql-ws';
import { WebSocketServer } from 'ws';
import type { Config } from '../config.js';
import { AppError, type ErrorCode } from '../core/errors.js';
import type { Services } from './graphql-context.js';
import { answerSocket } from './http-errors.js';
import { type Connection, connect } from './live-connection.js';
import { createDoor } from './live-door.js';
import { type Caller, callerOf, liveOperations } from './live-operations.js';

/** How often each socket is looked at: a dead one, or one whose session has ended, is closed after twice that. */
const beatMs = 10_000;

/** How long clients are given to say goodbye. */
const patienceMs = 500;

/** Subscriptions over WebSockets. */
export type Live = {
  /** Takes over a connection whose request offers to go on as a WebSocket. */
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Tells all clients to go elsewhere, and lets nobody in any more. */
  stop: () => void;
};

export function openLive(services: Services, schema: GraphQLSchema, config: Config, open: boolean): Live {
  const enter = createDoor(config);
  const server = makeServer<Record<string, unknown>, Caller>(liveOperations(services, schema, open));
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: config.MAX_BODY_BYTES,
    perMessageDeflate: false,
    handleProtocols,
  });
  const connections = new Set<Connection>();
  let stopping = false;

  sockets.on('wsClientError', (error, socket) => answerSocket(socket, 400, 'BAD_REQUEST', error.message));
  const heart = setInterval(() => {
    for (const connection of connections) void connection.check();
  }, beatMs).unref();

  const admit = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    if (stopping) throw new AppError('SERVICE_UNAVAILABLE', 'This server stops.', { http: { status: 503 } });
    const leave = enter(request);
    socket.on('close', leave);
    sockets.handleUpgrade(request, socket, head, (client) => {
      const connection = connect(server, client, callerOf(services, request.headers), services.log);
      connections.add(connection);
      client.on('close', () => connections.delete(connection));
    });
  };

  return {
    upgrade: (request, socket, head) => {
      socket.on('error', () => {});
      try {
        admit(request, socket, head);
      } catch (error) {
        refuse(socket, error as AppError);
      }
    },
    stop: () => {
      stopping = true;
      clearInterval(heart);
      for (const { close } of connections) close(1001, 'This server stops.');
      setTimeout(() => {
        for (const { terminate } of connections) terminate();
      }, patienceMs);
    },
  };
}

function refuse(socket: Duplex, { message, extensions }: AppError): void {
  const { status } = extensions.http as { status: number };
  answerSocket(socket, status, extensions.code as ErrorCode, message);
}
