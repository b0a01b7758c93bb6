import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import compress from '@fastify/compress';
import cors from '@fastify/cors';
import Fastify, { type FastifyError, type FastifyInstance, type FastifyRequest } from 'fastify';
import type { Config } from '../config.js';
import type { Logger } from '../core/logger.js';
import { requestScope } from '../core/request-scope.js';
import { cacheControl, etagOf, isHeld } from './http-caching.js';
import { answerBrokenRequest, answerError, answerMissing } from './http-errors.js';
import { isUpgrade } from './live-door.js';
import { allowedOrigins } from './origins.js';
import { worthCompressing } from './reply-heads.js';
import { requestLine, scopeOf } from './request-log.js';
import { securityHeaders } from './security-headers.js';
import { watchBody } from './slow-bodies.js';

const timeouts = {
  headersTimeout: 10_000,
  // Bodies are watched below: an upload may take its time.
  requestTimeout: 0,
  keepAliveTimeout: 72_000,
  connectionsCheckingInterval: 1_000,
};

/** The HTTP server with what holds for every route: limits, headers, request ids, logs and JSON errors. */
export async function createHttpServer(
  config: Config,
  log: Logger,
  isStopping: () => boolean,
  front: (pipeline: RequestListener) => RequestListener,
): Promise<FastifyInstance> {
  const server = Fastify({
    // Requests are logged below, one line each, with what GraphQL knows of them.
    logger: false,
    bodyLimit: config.MAX_BODY_BYTES,
    trustProxy: config.TRUSTED_PROXIES,
    serverFactory: (pipeline) => {
      const listener = front(pipeline);
      // Other offers to change the protocol are declined by answering as if they had not been made.
      const options = { ...timeouts, shouldUpgradeCallback: isUpgrade };
      const created = createServer(options, (request, response) => {
        watchBody(created, request);
        // Only the pipeline tells clients to leave.
        if (isStopping()) pipeline(request, response);
        else listener(request, response);
      });
      return created;
    },
    clientErrorHandler: answerBrokenRequest,
    frameworkErrors: (error, _request, reply) => answerError(error, reply, log),
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    genReqId: (request: IncomingMessage) => scopeOf(request).id,
  });
  server.removeContentTypeParser('text/plain');
  openScopes(server, securityHeaders(config), isStopping);
  logRequests(server, log);
  tagAnswers(server);
  refuseOddHeaders(server);
  server.setErrorHandler((error: FastifyError, _request, reply) => answerError(error, reply, log));
  server.setNotFoundHandler(answerMissing);

  await server.register(cors, {
    origin: allowedOrigins(config),
    methods: ['GET', 'POST'],
    strictPreflight: false,
    // For the cookie with the refresh token; the origins are a list, never any.
    credentials: true,
    exposedHeaders: ['x-request-id', 'retry-after'],
    maxAge: 600,
  });
  await server.register(compress, { threshold: worthCompressing });
  return server;
}

function openScopes(
  server: FastifyInstance,
  headers: Record<string, string>,
  isStopping: () => boolean,
): void {
  server.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers).header('x-request-id', request.id);
    if (request.url.startsWith('/graphql'))
      reply.header('cache-control', 'no-store').headers(varyOf(request));
    // Clients that keep connections open go elsewhere with their next request.
    if (isStopping()) reply.header('connection', 'close');
    requestScope.run(scopeOf(request.raw), done);
  });
}

/** Who keeps an answer must not give it to those who would get another one. */
const varyOf = ({ method }: FastifyRequest): Record<string, string> =>
  method === 'GET' ? { vary: 'accept, accept-encoding, authorization' } : {};

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

/** Gives what may be kept an ETag, and spares those who have it already. */
function tagAnswers(server: FastifyInstance): void {
  server.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' || reply.getHeader('cache-control') !== cacheControl('GET', true))
      return payload;
    const etag = etagOf(payload);
    void reply.header('etag', etag);
    if (!isHeld(request.headers['if-none-match'], etag)) return payload;
    void reply.code(304);
    return null;
  });
}

const quietPaths = /^\/(healthz|readyz|assets\/|images\/)/;

function logRequests(server: FastifyInstance, log: Logger): void {
  server.addHook('onResponse', async (request, reply) => {
    const line = requestLine(request.raw, reply.statusCode, scopeOf(request.raw));
    log[quietPaths.test(request.url) ? 'debug' : 'info'](line, 'request');
  });
}
