import { hkdfSync } from 'node:crypto';
import type { KeyRing } from '../core/key-ring.js';
import type { Logger } from '../core/logger.js';
import { createAccessTokens } from '../modules/auth/access-token.js';
import { successorOf } from '../modules/auth/refresh-token.js';
import { createSessionFinder } from '../modules/auth/session-cache.js';
import type { ImageLibrary } from '../modules/image/image-library.js';
import { createImageLinks } from '../modules/image/image-links.js';
import { openJobs } from '../platform/jobs.js';
import { createMarkdown } from '../platform/markdown/markdown.js';
import type { RateLimits } from '../platform/rate-limits.js';
import { createReader } from '../read/read.js';
import { createStatements } from '../read/statements.js';
import type { listenTo } from './database.js';
import type { Services } from './graphql-context.js';
import { jobKinds } from './jobs.js';

/** What requests, jobs and the demo share. `secret` is what everything is derived from that must outlive the keys. */
export async function createServices(
  { orm, changes }: ReturnType<typeof listenTo>,
  log: Logger,
  keys: KeyRing,
  secret: string,
  limits: RateLimits,
  { store, quotaBytes, siteUrl }: Pick<ImageLibrary, 'store' | 'quotaBytes'> & { siteUrl: () => string },
): Promise<Services> {
  const keyFor = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, '', `inkstone ${purpose}`, 32));
  const refreshKey = keyFor('refresh tokens');
  const pool = () => orm.em.getConnection().getNativeClient();
  const read = createReader(orm.getMetadata(), createStatements(pool));
  return {
    orm,
    read,
    findSession: createSessionFinder(read, changes),
    limits,
    library: { store, quotaBytes, links: createImageLinks(keyFor('image links'), siteUrl) },
    log,
    tokens: createAccessTokens(keys),
    successorOf: (token) => successorOf(token, refreshKey),
    // Computed, so that every process on one database knows it and none has to keep it.
    setupToken: keyFor('first admin').toString('base64url'),
    jobs: await openJobs(jobKinds, await pool(), log),
    renderMarkdown: createMarkdown(log),
  };
}
