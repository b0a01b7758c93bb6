import type { Readable } from 'node:stream';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../context.js';
import { StartupError } from '../../core/startup-error.js';
import { inTransaction } from '../../core/transaction.js';
import { planPublications } from '../post/post-publishing.service.js';
import { archiveFormat, filesFolder, type Manifest, manifestName, readArchive } from './archive.js';
import { type ArchivedTable, archivedTables } from './archive-tables.js';

type Step = (rows: number) => void;

/**
 * Restores an archive into an Inkstone that nobody has used yet: all of it, or nothing. Throws a StartupError that
 * says why it cannot be. `begin` is told how many rows are to come.
 */
export async function restoreArchive(
  ctx: Context,
  file: Readable,
  begin: (rows: number) => Step,
): Promise<Manifest> {
  const stored: string[] = [];
  try {
    return await inTransaction(ctx, async (tx) => {
      await refuseUsed(tx.em);
      const tables = await archivedTables(tx.em);
      await setTriggers(tx.em, tables, 'disable');
      const manifest = await restore(tx, tables, file, begin, stored);
      await setTriggers(tx.em, tables, 'enable');
      await planPublications(tx);
      return manifest;
    });
  } catch (error) {
    for (const key of stored) await ctx.library.store.remove(key);
    throw error instanceof StartupError ? error : unreadable((error as Error).message);
  }
}

/** `stored` is told of each file before it lies in the store. */
async function restore(
  { em, library: { store } }: Context,
  tables: ArchivedTable[],
  file: Readable,
  begin: (rows: number) => Step,
  stored: string[],
): Promise<Manifest> {
  let manifest: Manifest | undefined;
  let step: Step = () => {};
  for await (const { name, content } of readArchive(file)) {
    if (name === manifestName) {
      manifest = JSON.parse(content.toString()) as Manifest;
      await refuseNewer(em, manifest);
      step = begin(Object.values(manifest.rows).reduce((sum, count) => sum + count, 0));
    }
    const [, place] = /^tables\/(\w+)\//.exec(name) ?? [];
    const table = tables.find((one) => one.name === place);
    if (table && manifest) step(await insertRows(em, table, content));
    if (storable.test(name)) {
      const key = name.slice(filesFolder.length);
      stored.push(key);
      await store.put(key, content);
    }
  }
  if (!manifest) throw new Error('it has no manifest');
  return manifest;
}

/** What triggers make of rows is in the archive too. That everything has changed is told at the end. */
async function setTriggers(
  em: EntityManager,
  tables: ArchivedTable[],
  state: 'disable' | 'enable',
): Promise<void> {
  for (const { name } of tables) await em.execute(`alter table "${name}" ${state} trigger user`);
  if (state === 'disable') return;
  for (const { name } of tables) await em.execute("select pg_notify('inkstone_changes', ?)", [name]);
}

/** Nothing lands outside of the store, whatever an archive says. */
const storable = /^files\/originals\/[\w-]+\/[\w-]+$/;

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
