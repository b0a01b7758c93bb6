import type { MikroORM } from '@mikro-orm/postgresql';
import type { FastifyRequest } from 'fastify';
import { type Context, createContext, type JobContext } from '../context.js';
import { AppError } from '../core/errors.js';
import type { Logger } from '../core/logger.js';
import { requestScope } from '../core/request-scope.js';
import { isDatabaseDown } from '../db/failures.js';
import type { AccessTokens } from '../modules/auth/access-token.js';
import { authenticate } from '../modules/auth/session.service.js';
import type { Jobs } from '../platform/jobs.js';
import type { Reader } from '../read/read.js';

/** What requests share; the rest of a context is their own. */
export type Services = {
  orm: MikroORM;
  read: Reader;
  log: Logger;
  tokens: AccessTokens;
  successorOf: (refreshToken: string) => string;
  jobs: Jobs<JobContext>;
};

/** The context of one request; throws when its Authorization header is not good for anything. */
export async function contextOf(services: Services, request: FastifyRequest): Promise<Context> {
  const { orm, ...shared } = services;
  const now = new Date();
  const { authorization, 'user-agent': userAgent, 'accept-language': acceptLanguage } = request.headers;
  const viewer = await authenticate(shared.read, shared.tokens, authorization, now).catch(reportDatabaseDown);
  const scope = requestScope.getStore();
  if (scope && viewer) scope.viewerId = viewer.id;
  const given = { userAgent: userAgent?.slice(0, 300) ?? null, acceptLanguage };
  return createContext(orm.em, { ...shared, viewer, now, ...given });
}

function reportDatabaseDown(error: unknown): never {
  if (!isDatabaseDown(error)) throw error;
  throw new AppError('SERVICE_UNAVAILABLE', 'The database cannot be reached.', { http: { status: 503 } });
}
