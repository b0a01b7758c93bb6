import type { EntityManager } from '@mikro-orm/postgresql';

/** What lives for hours, or is made anew by whoever starts on the restored rows. */
const leftBehind = [
  'migrations',
  'rate_limits',
  'sessions',
  'refresh_tokens',
  'one_time_tokens',
  'idempotency_keys',
  'post_search',
  'announcements',
];

/** Of other sizes of images neither the files nor that they are there: they are made anew when they are asked for. */
const conditions: Record<string, string> = { image_files: "key like 'originals/%'" };

/** The rows of a table that are archived, in SQL. */
export const archivedRows = ({ name }: ArchivedTable): string =>
  `"${name}" where ${conditions[name] ?? 'true'}`;

/** A table, and its columns but for those that PostgreSQL works out. */
export type ArchivedTable = { name: string; columns: string[]; key: string[] };

type Reference = { child: string; parent: string };

/** Every table of the schema that is not left behind; those that others refer to come first. */
export async function archivedTables(em: EntityManager): Promise<ArchivedTable[]> {
  const tables = await em.execute<ArchivedTable[]>(
    `select c.relname as name,
       array(select attname::text from pg_attribute where attrelid = c.oid and attnum > 0
         and not attisdropped and attgenerated = '' and attidentity = '' order by attnum) as columns,
       array(select attname::text from pg_index join pg_attribute on attrelid = c.oid and attnum = any(indkey)
         where indrelid = c.oid and indisprimary order by array_position(indkey::int[], attnum::int)) as key
     from pg_class c where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p')
       and not relname = any(?) order by relname`,
    [`{${leftBehind.join()}}`],
  );
  const references = await em.execute<Reference[]>(
    `select conrelid::regclass::text as child, confrelid::regclass::text as parent
     from pg_constraint where contype = 'f' and conrelid <> confrelid`,
  );
  return inOrder(tables, references);
}

function inOrder(tables: ArchivedTable[], references: Reference[]): ArchivedTable[] {
  const ordered: ArchivedTable[] = [];
  const waiting = new Set(tables);
  const waits = (table: ArchivedTable) =>
    references.some(
      ({ child, parent }) => child === table.name && [...waiting].some(({ name }) => name === parent),
    );
  while (waiting.size > 0) {
    const ready = [...waiting].filter((table) => !waits(table));
    if (ready.length === 0) throw new Error('Tables refer to each other in a circle.');
    for (const table of ready) waiting.delete(table);
    ordered.push(...ready);
  }
  return ordered;
}
