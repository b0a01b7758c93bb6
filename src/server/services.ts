import { hkdfSync } from 'node:crypto';
import type { Config } from '../config.js';
import type { Changes } from '../core/changes.js';
import type { KeyRing } from '../core/key-ring.js';
import type { Logger } from '../core/logger.js';
import { readOrCreateSecret } from '../core/secret-file.js';
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
import { type Access, listenTo, openDatabase } from './database.js';
import type { Services } from './graphql-context.js';
import { jobKinds } from './jobs.js';
import { openKeys } from './keys.js';
import { openLimits } from './limits.js';
import { openStore } from './store.js';

type OpenServices = {
  services: Services;
  changes: Changes;
  /** Closes the database; the jobs of the services are stopped before. */
  close: () => Promise<void>;
};

/** `siteUrl` is what users call this Inkstone, once that is known. */
type Opening = Access & { siteUrl: () => string };

/** Opens what a server and a command stand on; throws a StartupError, with nothing left running, when a part fails. */
export async function openServices(
  config: Config,
  log: Logger,
  { siteUrl, ...access }: Opening,
): Promise<OpenServices> {
  const keys = openKeys(config, log);
  // What is derived from it must outlive the keys that sign access tokens.
  const secret = config.JWT_SECRET ?? readOrCreateSecret(config.DATA_DIR, 'app.secret');
  const database = listenTo(await openDatabase(config, log, access), config, log);
  const { limits, stop: stopLimits } = openLimits(config, database.orm, log);
  const close = async () => {
    stopLimits();
    await database.stop();
  };
  try {
    const library = {
      store: openStore(config),
      quotaBytes: config.IMAGE_QUOTA_BYTES,
      cacheBytes: config.IMAGE_CACHE_BYTES,
      siteUrl,
    };
    const services = await createServices(database, log, keys, secret, limits, library);
    return { services, changes: database.changes, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What requests, jobs and the demo share. `secret` is what everything is derived from that must outlive the keys. */
async function createServices(
  { orm, changes, news }: ReturnType<typeof listenTo>,
  log: Logger,
  keys: KeyRing,
  secret: string,
  limits: RateLimits,
  { siteUrl, ...library }: Omit<ImageLibrary, 'links'> & { siteUrl: () => string },
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
    library: { ...library, links: createImageLinks(keyFor('image links'), siteUrl) },
    news,
    log,
    tokens: createAccessTokens(keys),
    successorOf: (token) => successorOf(token, refreshKey),
    // Computed, so that every process on one database knows it and none has to keep it.
    setupToken: keyFor('first admin').toString('base64url'),
    jobs: await openJobs(jobKinds, await pool(), log),
    renderMarkdown: createMarkdown(log),
  };
}
