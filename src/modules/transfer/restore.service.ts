import type { Readable } from 'node:stream';
import type { EntityManager } from '@mikro-orm/postgresql';
import { StartupError } from '../../core/startup-error.js';
import { archiveFormat, type Manifest, manifestName, readArchive } from './archive.js';
import { type ArchivedTable, archivedTables } from './archive-tables.js';

type Step = (rows: number) => void;

/**
 * Restores an archive into an Inkstone that nobody has used yet: all of it, or nothing. Throws a StartupError that
 * says why it cannot be. `begin` is told how many rows are to come.
 */
export function restoreArchive(
  em: EntityManager,
  file: Readable,
  begin: (rows: number) => Step,
): Promise<Manifest> {
  return em.transactional(async (tx) => {
    const target = tx as EntityManager;
    await refuseUsed(target);
    const tables = new Map((await archivedTables(target)).map((table) => [table.name, table]));
    try {
      return await restore(target, tables, file, begin);
    } catch (error) {
      throw error instanceof StartupError ? error : unreadable((error as Error).message);
    }
  });
}

async function restore(
  em: EntityManager,
  tables: Map<string, ArchivedTable>,
  file: Readable,
  begin: (rows: number) => Step,
): Promise<Manifest> {
  let manifest: Manifest | undefined;
  let step: Step = () => {};
  for await (const { name, content } of readArchive(file)) {
    if (name === manifestName) {
      manifest = JSON.parse(content.toString()) as Manifest;
      await refuseNewer(em, manifest);
      step = begin(Object.values(manifest.rows).reduce((sum, count) => sum + count, 0));
    }
    const table = tables.get(/^tables\/(\w+)\//.exec(name)?.[1] ?? '');
    if (table && manifest) step(await insertRows(em, table, content));
  }
  if (!manifest) throw new Error('it has no manifest');
  return manifest;
}

/** Columns that an older archive does not have get what new rows get. */
async function insertRows(em: EntityManager, table: ArchivedTable, lines: Buffer): Promise<number> {
  const rows = lines.toString().split('\n').filter(Boolean);
  const given = Object.keys(JSON.parse(rows[0] ?? '{}'));
  const columns = table.columns.filter((column) => given.includes(column)).map((column) => `"${column}"`);
  await em.execute(
    `insert into "${table.name}" (${columns}) select ${columns} from json_populate_recordset(null::"${table.name}", ?::json)`,
    [`[${rows.join()}]`],
  );
  return rows.length;
}

async function refuseUsed(em: EntityManager): Promise<void> {
  if ((await em.execute('select 1 from users limit 1')).length === 0) return;
  throw new StartupError(
    'An archive is restored into an Inkstone that nobody has used yet; this one has users.',
    'Give it a place of its own: DATA_DIR=./restored npm run inkstone -- import …',
  );
}

async function refuseNewer(em: EntityManager, { format, migrations }: Manifest): Promise<void> {
  if (format !== archiveFormat) throw new Error(`its format is ${format}`);
  const known = await em.execute<{ name: string }[]>('select name from migrations');
  const names = new Set(known.map(({ name }) => name));
  if (migrations.every((name) => names.has(name))) return;
  throw new StartupError(
    'The archive was made by a newer Inkstone.',
    'Restore it with the version that made it, or a later one.',
  );
}

const unreadable = (why: string): StartupError =>
  new StartupError(
    `Nothing was restored. The archive cannot be read: ${why}`,
    'Name a whole file that `inkstone export` wrote.',
  );
