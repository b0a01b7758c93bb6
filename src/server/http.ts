import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import compress from '@fastify/compress';
import cors from '@fastify/cors';
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import type { Config } from '../config.js';
import type { ErrorCode } from '../core/errors.js';
import type { Logger } from '../core/logger.js';
import { requestScope } from '../core/request-scope.js';
import { errorBody } from './graphql-errors.js';
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
    requestScope.run({ id: request.id, statements: 0, codes: [] }, done);
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
    const { operation, viewerId, statements, codes } = requestScope.getStore() ?? {};
    const line = {
      method: request.method,
      // Never the query string: it may hold what does not belong in a log.
      path: request.url.split('?')[0]?.slice(0, 200),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      operation,
      viewer: viewerId,
      statements,
      ...(codes?.length && { codes }),
    };
    log[quietPaths.test(request.url) ? 'debug' : 'info'](line, 'request');
  });
}

const codesOfStatus: Record<number, [ErrorCode, string]> = {
  413: ['PAYLOAD_TOO_LARGE', 'The request is larger than this server accepts.'],
  415: ['UNSUPPORTED_MEDIA_TYPE', 'Send plain JSON in UTF-8, with content-type: application/json.'],
};

function answerError(error: FastifyError, reply: FastifyReply, log: Logger): void {
  const status = error.statusCode ?? 500;
  // The client went away while it was answered: nobody is left to tell.
  if (error.code === 'ERR_STREAM_PREMATURE_CLOSE') {
    log.debug('the client closed the connection');
    return;
  }
  if (status >= 500) log.error({ err: error }, 'unexpected error');
  const [code, message] =
    status >= 500
      ? (['INTERNAL_SERVER_ERROR', 'Internal server error'] as const)
      : (codesOfStatus[status] ?? (['BAD_REQUEST', error.message.slice(0, 200)] as const));
  void reply.code(status).header('cache-control', 'no-store').send(errorBody(code, message));
}

const brokenRequests: Record<string, [number, string]> = {
  HPE_HEADER_OVERFLOW: [431, 'The headers are larger than this server accepts.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request took too long to arrive.'],
};

/** What Node cannot read as HTTP never becomes a request; it is answered in the same form all the same. */
function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return;
  const [status, message] = brokenRequests[error.code ?? ''] ?? [400, 'This is not HTTP.'];
  const body = JSON.stringify(errorBody('BAD_REQUEST', message));
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\ncontent-type: application/json\r\nconnection: close`;
  socket.end(`${head}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}

/** Pages of the web client have addresses of their own; what asks for anything but a page gets JSON. */
function answerMissing(request: FastifyRequest, reply: FastifyReply): unknown {
  const [path = ''] = request.url.split('?');
  if (path === '/graphql') {
    const body = errorBody('BAD_REQUEST', 'Use POST, or GET for queries.');
    return reply.code(405).header('allow', 'GET, POST, OPTIONS').send(body);
  }
  const isPage = !/^\/(graphql|assets)\//.test(path);
  const wantsPage = isPage && request.method === 'GET' && request.headers.accept?.includes('text/html');
  if (wantsPage && reply.sendFile) return reply.sendFile('index.html');
  return reply.code(404).send(errorBody('NOT_FOUND', 'There is nothing at this address.'));
}
