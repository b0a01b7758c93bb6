import type { MikroORM } from '@mikro-orm/postgresql';
import type { Config } from '../config.js';
import type { Changes } from '../core/changes.js';
import type { Logger } from '../core/logger.js';
import type { News } from '../core/news.js';
import { listenToDatabase, noChanges } from '../db/changes.js';
import { findRunning, startEmbedded } from '../db/embedded.js';
import { connectExternal } from '../db/external.js';
import { migrateUp } from '../db/migrate.js';
import { openOrm } from '../db/orm.js';

export type OpenDatabase = { orm: MikroORM; url: string; stop: () => Promise<void> };

/** `shared`: commands also use the embedded database of an Inkstone that runs, and leave it running. */
export type Access = { shared?: boolean };

/** Starts or reaches the database and brings it up to date. Nothing is left running when that fails. */
export async function openDatabase(config: Config, log: Logger, access: Access = {}): Promise<OpenDatabase> {
  const database = await reachDatabase(config, log, access);
  const migrated = await migrateUp(database.orm).catch(async (error) => {
    await database.stop();
    throw error;
  });
  for (const name of migrated) log.info({ migration: name }, 'migrated');
  return database;
}

/** The same without migrating. */
export async function reachDatabase(
  config: Config,
  log: Logger,
  { shared = false }: Access = {},
): Promise<OpenDatabase> {
  const server = config.DATABASE_URL
    ? await connectExternal(config.DATABASE_URL)
    : (shared && (await findRunning(config.DATA_DIR))) || (await embedded(config, log));
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

/** The same database with what is announced of its changes, and what becomes visible. */
export function listenTo(
  database: OpenDatabase,
  config: Config,
  log: Logger,
): OpenDatabase & { changes: Changes; news: News } {
  const { news, stop: stopListening, ...heard } = listenToDatabase(database.url, log);
  const changes = config.FAST_PATH === 'on' ? heard : noChanges;
  const stop = async () => {
    await stopListening();
    await database.stop();
  };
  return { ...database, changes, news, stop };
}

function embedded(config: Config, log: Logger) {
  log.info({ folder: config.DATA_DIR }, 'starting the embedded PostgreSQL');
  return startEmbedded(config.DATA_DIR);
}
