import type { MikroORM } from '@mikro-orm/postgresql';
import type { FastifyRequest } from 'fastify';
import { type Context, createContext } from '../context.js';
import { AppError } from '../core/errors.js';
import type { Logger } from '../core/logger.js';
import { requestScope } from '../core/request-scope.js';
import { isDatabaseDown } from '../db/failures.js';
import type { AccessTokens } from '../modules/auth/access-token.js';
import { authenticate } from '../modules/auth/session.service.js';

/** What requests share; the rest of a context is their own. */
export type Services = {
  orm: MikroORM;
  log: Logger;
  tokens: AccessTokens;
  successorOf: (refreshToken: string) => string;
};

/** The context of one request; throws when its Authorization header is not good for anything. */
export async function contextOf(services: Services, request: FastifyRequest): Promise<Context> {
  const { orm, log, tokens, successorOf } = services;
  const now = new Date();
  const em = orm.em.fork();
  const session = await authenticate(em, tokens, request.headers.authorization, now).catch(
    reportDatabaseDown,
  );
  const user = session?.user.unwrap();
  const viewer = session && user ? { id: user.id, role: user.role, sessionId: session.id } : null;
  const scope = requestScope.getStore();
  if (scope && viewer) scope.viewerId = viewer.id;
  const userAgent = request.headers['user-agent']?.slice(0, 300) ?? null;
  const context = createContext({ em, viewer, tokens, successorOf, now, log, userAgent });
  if (user) context.loaders.user.prime(user.id, user);
  return context;
}

function reportDatabaseDown(error: unknown): never {
  if (!isDatabaseDown(error)) throw error;
  throw new AppError('SERVICE_UNAVAILABLE', 'The database cannot be reached.', { http: { status: 503 } });
}
