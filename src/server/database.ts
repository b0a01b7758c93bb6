import type { MikroORM } from '@mikro-orm/postgresql';
import type { Config } from '../config.js';
import type { Logger } from '../core/logger.js';
import { type ChangesFeed, listenToChanges, noChanges } from '../db/changes.js';
import { startEmbedded } from '../db/embedded.js';
import { connectExternal } from '../db/external.js';
import { migrateUp } from '../db/migrate.js';
import { openOrm } from '../db/orm.js';

export type ReachedDatabase = { orm: MikroORM; url: string; stop: () => Promise<void> };

export type OpenDatabase = ReachedDatabase & { changes: ChangesFeed };

/** Starts or reaches the database, brings it up to date and listens to it. Nothing is left running when that fails. */
export async function openDatabase(config: Config, log: Logger): Promise<OpenDatabase> {
  const database = await reachDatabase(config, log);
  const migrated = await migrateUp(database.orm).catch(async (error) => {
    await database.stop();
    throw error;
  });
  for (const name of migrated) log.info({ migration: name }, 'migrated');
  const changes = config.FAST_PATH === 'on' ? listenToChanges(database.url, log) : noChanges;
  const stop = async () => {
    await changes.stop();
    await database.stop();
  };
  return { ...database, changes, stop };
}

/** The same without migrating. */
export async function reachDatabase(config: Config, log: Logger): Promise<ReachedDatabase> {
  const server = config.DATABASE_URL
    ? await connectExternal(config.DATABASE_URL)
    : await embedded(config, log);
  const orm = await openOrm(server.url).catch(async (error) => {
    await server.stop();
    throw error;
  });
  return {
    orm,
    url: server.url,
    stop: async () => {
      await orm.close();
      await server.stop();
    },
  };
}

function embedded(config: Config, log: Logger) {
  log.info({ folder: config.DATA_DIR }, 'starting the embedded PostgreSQL');
  return startEmbedded(config.DATA_DIR);
}
