import { randomUUID } from 'node:crypto';
import compress from '@fastify/compress';
import cors from '@fastify/cors';
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import type { Config } from '../config.js';
import type { Logger } from '../core/logger.js';
import { requestScope } from '../core/request-scope.js';
import { answerBrokenRequest, answerError, answerMissing } from './http-errors.js';
import { securityHeaders } from './security-headers.js';

const sandboxOrigin = 'https://studio.apollographql.com';

/** The HTTP server with what holds for every route: limits, headers, request ids, logs and JSON errors. */
export async function createHttpServer(
  config: Config,
  log: Logger,
  isStopping: () => boolean,
): Promise<FastifyInstance> {
  const server = Fastify({
    // Requests are logged below, one line each, with what GraphQL knows of them.
    logger: false,
    bodyLimit: config.MAX_BODY_BYTES,
    requestTimeout: 15_000,
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 1_000 },
    clientErrorHandler: answerBrokenRequest,
    frameworkErrors: (error, _request, reply) => answerError(error, reply, log),
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    genReqId: requestId,
  });
  server.removeContentTypeParser('text/plain');
  openScopes(server, securityHeaders(config), isStopping);
  logRequests(server, log);
  refuseOddHeaders(server);
  server.setErrorHandler((error: FastifyError, _request, reply) => answerError(error, reply, log));
  server.setNotFoundHandler(answerMissing);

  await server.register(cors, {
    origin: config.NODE_ENV === 'development' ? [...config.CORS_ORIGINS, sandboxOrigin] : config.CORS_ORIGINS,
    methods: ['GET', 'POST'],
    strictPreflight: false,
    exposedHeaders: ['x-request-id', 'retry-after'],
    maxAge: 600,
  });
  await server.register(compress, { threshold: 1_024 });
  return server;
}

/** A proxy's id is kept, so that one request is found in all logs; anything odd is replaced. */
function requestId({ headers }: { headers: Record<string, unknown> }): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}

function openScopes(
  server: FastifyInstance,
  headers: Record<string, string>,
  isStopping: () => boolean,
): void {
  server.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers).header('x-request-id', request.id);
    if (request.url.startsWith('/graphql')) reply.header('cache-control', 'no-store');
    // Clients that keep connections open go elsewhere with their next request.
    if (isStopping()) reply.header('connection', 'close');
    requestScope.run({ id: request.id, statements: 0, rows: 0, codes: [] }, done);
  });
}

const refusal = (statusCode: number, message: string) => Object.assign(new Error(message), { statusCode });

/** Bodies are read as UTF-8 and as they are: anything else would be garbled, or grow without bound when unpacked. */
function refuseOddHeaders(server: FastifyInstance): void {
  server.addHook('onRequest', async ({ headers }) => {
    if (!headers.host || !URL.canParse(`http://${headers.host}`))
      throw refusal(400, 'The Host header is no host.');
    const charset = /charset="?([\w-]+)/i.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8';
    if (/^utf-?8$/i.test(charset) && (headers['content-encoding'] ?? 'identity') === 'identity') return;
    throw refusal(415, 'unsupported encoding');
  });
}

const quietPaths = /^\/(healthz|readyz|assets\/)/;

function logRequests(server: FastifyInstance, log: Logger): void {
  server.addHook('onResponse', async (request, reply) => {
    const { operation, viewerId, statements, rows, codes } = requestScope.getStore() ?? {};
    const line = {
      method: request.method,
      // Never the query string: it may hold what does not belong in a log.
      path: request.url.split('?')[0]?.slice(0, 200),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      operation,
      viewer: viewerId,
      statements,
      rows,
      ...(codes?.length && { codes }),
    };
    log[quietPaths.test(request.url) ? 'debug' : 'info'](line, 'request');
  });
}
