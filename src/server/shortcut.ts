import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.js';
import { type RequestScope, requestScope } from '../core/request-scope.js';
import { encode } from './encoding.js';
import { contextOf, type Services } from './graphql-context.js';
import { cacheControl, etagOf, isHeld } from './http-caching.js';
import { refuseImpossibleValues } from './impossible-values.js';
import type { KnownDocuments } from './known-documents.js';
import { type Question, readBody, readQuestion } from './question.js';
import { headFor, type ReplyHead, type ReplyHeads } from './reply-heads.js';
import { requestLine, scopeOf } from './request-log.js';
import type { Answer, Made, ResponseCache } from './response-cache.js';

type Parts = {
  services: Services;
  known: KnownDocuments;
  heads: ReplyHeads;
  /** Null when nothing is to be kept. */
  cache: ResponseCache | null;
};

/** A request that may be answered here. */
type Exchange = {
  request: IncomingMessage;
  response: ServerResponse;
  shape: string;
  /** What was asked, as it was sent: the body, or the URL when there is none. */
  text: string;
  scope: RequestScope;
};

const shapes = new WeakMap<IncomingMessage, string>();
const bodies = new WeakMap<IncomingMessage, Buffer>();

/**
 * Answers known documents ahead of the HTTP pipeline: queries that went through it before, under a head like one that
 * it answered before. Everything else is the pipeline's: what comes seldom, what writes, and whatever would end with
 * an error, so that there is one place that refuses.
 */
export const createShortcut =
  (parts: Parts, { MAX_BODY_BYTES }: Config) =>
  (pipeline: RequestListener): RequestListener =>
  (request, response) => {
    const shape = parts.heads.shapeOf(request);
    const length = request.method === 'POST' ? Number(request.headers['content-length']) : 0;
    // A length that is missing or no number is the pipeline's too.
    if (shape === null || !(length <= MAX_BODY_BYTES)) return pipeline(request, response);
    shapes.set(request, shape);
    const scope = scopeOf(request);
    const answer = (text: string) => {
      const exchange = { request, response, shape, text, scope };
      requestScope
        .run(scope, () => answerKnown(parts, exchange))
        .then(
          (done) => done || pipeline(request, response),
          () => pipeline(request, response),
        );
    };
    if (length === 0) return answer(request.url ?? '');
    readBody(request, (body) => {
      bodies.set(request, body);
      answer(body.toString());
    });
  };

/** Gives the pipeline the bodies that were read here, and learns from it how to reply. */
export function joinPipeline(server: FastifyInstance, heads: ReplyHeads): void {
  server.addHook('preParsing', async ({ raw }, _reply, payload) => {
    const body = bodies.get(raw);
    return body ? Readable.from(body) : payload;
  });
  server.addHook('onResponse', async ({ raw }, reply) => {
    const shape = shapes.get(raw);
    if (shape && reply.statusCode === 200) heads.learn(shape, reply.getHeaders());
  });
}

/** Whether the request has been answered. */
async function answerKnown(parts: Parts, exchange: Exchange): Promise<boolean> {
  const { request, response, shape, text, scope } = exchange;
  const heads = parts.heads.of(shape);
  if (!heads) return false;
  const isGuest = request.headers.authorization === undefined;
  const cache = isGuest ? parts.cache : null;
  const make = () => makeAnswer(parts, exchange);
  const key = `${request.method} ${text}`;
  const answer = cache ? (cache.get(key) ?? (await cache.make(key, make))) : (await make())?.answer;
  const head = answer && headFor(heads, answer.bytes);
  if (!head) return false;
  // The client went away while it was answered: nobody is left to tell.
  if (response.destroyed) return true;
  scope.operation = answer.operation;
  await send(exchange, head, answer);
  parts.services.log.info(requestLine(request, response.statusCode, scope), 'request');
  return true;
}

/** Null when it takes the pipeline to answer. */
async function makeAnswer(
  { services, known }: Parts,
  { request, text, scope }: Exchange,
): Promise<Made | null> {
  const question = readQuestion(text, request.method === 'POST');
  const document = question && findDocument(known, question);
  if (!document) return null;
  refuseImpossibleValues(document.document, question.variables);
  const context = await contextOf(services, request.headers);
  const result = await document.run(context, question.variables);
  scope.failed = result.errors !== undefined;
  if (scope.failed) return null;
  const body = `${JSON.stringify({ data: result.data })}\n`;
  const bytes = Buffer.byteLength(body);
  return { answer: { body, bytes, encoded: new Map(), operation: document.name }, sources: scope.sources };
}

const findDocument = (known: KnownDocuments, question: Question) =>
  'hash' in question
    ? known.findByHash(question.hash, question.operationName)
    : known.find(question.query, question.operationName);

async function send(exchange: Exchange, { fields, encoding }: ReplyHead, answer: Answer): Promise<void> {
  const { request, response, scope } = exchange;
  const { authorization, 'if-none-match': ifNoneMatch } = request.headers;
  const isGuest = authorization === undefined;
  const own = ['x-request-id', scope.id, 'cache-control', cacheControl(request.method, isGuest)];
  if (request.method === 'GET' && isGuest) {
    const etag = etagOf(answer.body);
    own.push('etag', etag);
    if (isHeld(ifNoneMatch, etag)) return void response.writeHead(304, [...fields, ...own]).end();
  }
  const encoded = encoding ? await encode(answer, encoding) : null;
  if (encoding) own.push('content-encoding', encoding);
  own.push('content-length', String(encoded?.length ?? answer.bytes));
  response.writeHead(200, [...fields, ...own]).end(encoded ?? answer.body);
}
