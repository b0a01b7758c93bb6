import type { FastifyReply } from 'fastify';
import { cacheControl } from '../http-caching.js';
import { answerNothing } from '../http-errors.js';

/** Sends a text that is the same for everyone, in UTF-8 and with an ETag; null is 404. */
export const sendText = (reply: FastifyReply, type: string, body: string | null): FastifyReply =>
  body === null
    ? answerNothing(reply)
    : reply.type(`${type}; charset=utf-8`).header('cache-control', cacheControl('GET', true)).send(body);
