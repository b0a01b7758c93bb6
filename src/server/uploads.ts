import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config.js';
import { AppError, fileTooLarge, signInRequired } from '../core/errors.js';
import { badForm } from './form-body.js';
import { contextOf, type Services } from './graphql-context.js';
import { type FormLimits, mostBytes, readForm } from './multipart.js';

const mostFiles = 10;

/** Stands for a body that is still to be read. */
const unread = Symbol('unread form');

/** Lets `multipart/form-data` pass; the hook that it returns is for the routes that take files. */
export function acceptForms(server: FastifyInstance, services: Services, config: Config) {
  const folder = join(config.DATA_DIR, 'incoming');
  const limits = { files: mostFiles, fileBytes: config.MAX_UPLOAD_BYTES, fieldBytes: config.MAX_BODY_BYTES };
  server.addContentTypeParser('multipart/form-data', (_request, _payload, done) => done(null, unread));

  return async (request: FastifyRequest, { raw: response }: FastifyReply): Promise<void> => {
    if (request.body !== unread) return;
    await checkSender(request, services, limits);
    const form = await readForm(request.raw, request.headers, folder, limits);
    request.body = form.body;
    if (response.closed) await form.close();
    else response.once('close', form.close);
  };
}

/** What can be told by the head is told before a byte is kept. */
async function checkSender({ headers }: FastifyRequest, services: Services, form: FormLimits): Promise<void> {
  if (!headers['apollo-require-preflight'] && !headers['x-apollo-operation-name']) {
    throw badForm('Send the header `apollo-require-preflight: true` with a multipart request.');
  }
  const { viewer, limits } = await contextOf(services, headers);
  if (!viewer) throw new AppError('UNAUTHENTICATED', signInRequired().message, { http: { status: 401 } });
  const length = Number(headers['content-length'] ?? 0);
  if (length > mostBytes(form)) throw fileTooLarge(mostBytes(form), length);
  await limits.spend('upload', viewer.id);
}
