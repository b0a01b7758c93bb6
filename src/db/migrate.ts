import { readdirSync } from 'node:fs';
import type { MikroORM } from '@mikro-orm/postgresql';
import { StartupError } from '../core/startup-error.js';
import { compiledMigrations } from './orm.js';

const migrationLock = 4_127_019;

/** The names of the migrations that belong to this code, oldest first. */
const knownMigrations = (): string[] =>
  readdirSync(compiledMigrations)
    .flatMap((file) => /^(Migration\w+)\.js$/.exec(file)?.[1] ?? [])
    .sort();

/** What has been applied and what is still to come, oldest first. */
export async function migrationStatus(orm: MikroORM): Promise<{ applied: string[]; pending: string[] }> {
  const applied = (await orm.migrator.getExecuted()).map((row) => row.name);
  return { applied, pending: knownMigrations().filter((name) => !applied.includes(name)) };
}

/** Whether every migration of this code has been applied: one cheap statement. */
export async function isUpToDate(orm: MikroORM): Promise<boolean> {
  const rows = await orm.em.fork().execute<{ name: string }[]>('select name from migrations');
  const applied = new Set(rows.map((row) => row.name));
  return knownMigrations().every((name) => applied.has(name));
}

/**
 * Brings the database to the schema of this code and returns what was applied. Of processes that start together
 * one migrates and the others wait. Throws a StartupError when the database is newer than the code.
 */
export function migrateUp(orm: MikroORM): Promise<string[]> {
  return orm.em.fork().transactional(async (em) => {
    // Waiting for another process and rebuilding a large table may both take their time.
    await em.execute('set local statement_timeout = 0');
    await em.execute('select pg_advisory_xact_lock(?)', [migrationLock]);
    await refuseNewerDatabase(orm);
    const done = await orm.migrator.up({ transaction: em.getTransactionContext() });
    return done.map((migration) => migration.name);
  });
}

/** Takes the newest migration back and returns its name; null when none is left. */
export async function migrateDown(orm: MikroORM): Promise<string | null> {
  const [undone] = await orm.migrator.down();
  return undone?.name ?? null;
}

async function refuseNewerDatabase(orm: MikroORM): Promise<void> {
  const { applied } = await migrationStatus(orm);
  const known = new Set(knownMigrations());
  const unknown = applied.filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  throw new StartupError(
    `The database is newer than this Inkstone: it has had the migration ${unknown.join(', ')}.`,
    'Start the version of Inkstone that made it (or a later one), or restore a backup from before the upgrade.',
  );
}
