import type { IncomingHttpHeaders } from 'node:http';
import type { MikroORM } from '@mikro-orm/postgresql';
import { type Context, createContext, type JobContext } from '../context.js';
import { AppError } from '../core/errors.js';
import type { Logger } from '../core/logger.js';
import type { News } from '../core/news.js';
import { requestScope } from '../core/request-scope.js';
import { isDatabaseDown } from '../db/failures.js';
import type { AccessTokens } from '../modules/auth/access-token.js';
import { noRefreshCookie, type RefreshCookie } from '../modules/auth/refresh-cookie.js';
import { authenticate } from '../modules/auth/session.service.js';
import type { SessionFinder } from '../modules/auth/session-cache.js';
import type { ImageLibrary } from '../modules/image/image-library.js';
import type { Jobs } from '../platform/jobs.js';
import type { RenderMarkdown } from '../platform/markdown/markdown.js';
import type { RateLimits } from '../platform/rate-limits.js';
import type { Reader } from '../read/read.js';

/** What requests share; the rest of a context is their own. */
export type Services = {
  orm: MikroORM;
  read: Reader;
  findSession: SessionFinder;
  limits: RateLimits;
  library: ImageLibrary;
  log: Logger;
  tokens: AccessTokens;
  successorOf: (refreshToken: string) => string;
  setupToken: string;
  news: News;
  jobs: Jobs<JobContext>;
  renderMarkdown: RenderMarkdown;
};

/** What there is where no request has come. */
export const unasked = {
  userAgent: null,
  acceptLanguage: undefined,
  refreshCookie: noRefreshCookie,
  address: undefined,
};

/** What only requests that may change something need: whom limits count, and where a refresh token goes. */
type Caller = { address?: string; refreshCookie?: RefreshCookie };

/** The context of one request; throws when its Authorization header is not good for anything. */
export async function contextOf(
  services: Services,
  headers: IncomingHttpHeaders,
  { address, refreshCookie = noRefreshCookie }: Caller = {},
): Promise<Context> {
  const { orm, findSession, ...shared } = services;
  const now = new Date();
  const { authorization, 'user-agent': userAgent, 'accept-language': acceptLanguage } = headers;
  const viewer =
    authorization === undefined
      ? null
      : await authenticate(findSession, shared.tokens, authorization, now).catch(reportDatabaseDown);
  const scope = requestScope.getStore();
  if (scope && viewer) scope.viewerId = viewer.id;
  const arrival = {
    now,
    userAgent: userAgent?.slice(0, 300) ?? null,
    acceptLanguage,
    refreshCookie,
    address,
  };
  return createContext(orm.em, { ...shared, viewer }, arrival);
}

function reportDatabaseDown(error: unknown): never {
  if (!isDatabaseDown(error)) throw error;
  throw new AppError('SERVICE_UNAVAILABLE', 'The database cannot be reached.', { http: { status: 503 } });
}
