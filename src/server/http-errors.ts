import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { AppError, type ErrorCode } from '../core/errors.js';
import type { Logger } from '../core/logger.js';
import { isDatabaseDown, isTimeout } from '../db/failures.js';
import { errorBody } from './graphql-errors.js';

const codesOfStatus: Record<number, [ErrorCode, string]> = {
  413: ['PAYLOAD_TOO_LARGE', 'The request is larger than this server accepts.'],
  415: ['UNSUPPORTED_MEDIA_TYPE', 'Send plain JSON in UTF-8, with content-type: application/json.'],
  500: ['INTERNAL_SERVER_ERROR', 'Internal server error'],
  503: ['SERVICE_UNAVAILABLE', 'The database cannot be reached at the moment. Try again shortly.'],
};

/** Answers what was thrown outside of GraphQL in GraphQL's form; bugs are logged and masked. */
export function answerError(error: FastifyError, reply: FastifyReply, log: Logger): void {
  const status = statusOf(error);
  // The client went away while it was answered: nobody is left to tell.
  if (error.code === 'ERR_STREAM_PREMATURE_CLOSE') {
    log.debug('the client closed the connection');
    return;
  }
  if (error instanceof AppError) {
    answerRefusal(error, reply);
    return;
  }
  if (status === 500) log.error({ err: error }, 'unexpected error');
  if (status === 503) void reply.header('retry-after', '2');
  const [code, message] = codesOfStatus[status] ?? ['BAD_REQUEST', error.message.slice(0, 200)];
  void reply.code(status).header('cache-control', 'no-store').send(errorBody(code, message));
}

/** What was refused before GraphQL had a look, with a code and perhaps a mend. */
function answerRefusal({ message, extensions }: AppError, reply: FastifyReply): void {
  const { code, http, ...details } = extensions as RefusalExtensions;
  for (const [name, value] of http?.headers ?? []) reply.header(name, value);
  void reply
    .code(http?.status ?? 400)
    .header('cache-control', 'no-store')
    .send(errorBody(code, message, details));
}

type RefusalExtensions = {
  code: ErrorCode;
  http?: { status: number; headers?: Map<string, string> };
};

function statusOf(error: FastifyError): number {
  if (isDatabaseDown(error) || isTimeout(error)) return 503;
  const { statusCode = 500 } = error;
  return statusCode < 500 ? statusCode : 500;
}

const brokenRequests: Record<string, [number, string]> = {
  HPE_HEADER_OVERFLOW: [431, 'The headers are larger than this server accepts.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request took too long to arrive.'],
};

/** What Node cannot read as HTTP never becomes a request; it is answered in the same form all the same. */
export function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return;
  const [status, message] = brokenRequests[error.code ?? ''] ?? [400, 'This is not HTTP.'];
  answerSocket(socket, status, 'BAD_REQUEST', message);
}

/** Answers on a connection that has no response object, and closes it. */
export function answerSocket(socket: Duplex, status: number, code: ErrorCode, message: string): void {
  const body = JSON.stringify(errorBody(code, message));
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\ncontent-type: application/json\r\nconnection: close`;
  socket.end(`${head}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}

/** Pages of the web client have addresses of their own; what asks for anything but a page gets JSON. */
export function answerMissing(request: FastifyRequest, reply: FastifyReply): unknown {
  const [path = ''] = request.url.split('?');
  if (path === '/graphql') {
    const body = errorBody('BAD_REQUEST', 'Use POST, or GET for queries.');
    return reply.code(405).header('allow', 'GET, POST, OPTIONS').send(body);
  }
  const isPage = !/^\/(graphql|assets|images)\//.test(path);
  const wantsPage = isPage && request.method === 'GET' && request.headers.accept?.includes('text/html');
  if (wantsPage && reply.sendShell) return reply.sendShell();
  return answerNothing(reply);
}

export const answerNothing = (reply: FastifyReply): FastifyReply =>
  reply
    .code(404)
    .header('cache-control', 'no-store')
    .send(errorBody('NOT_FOUND', 'There is nothing at this address.'));
