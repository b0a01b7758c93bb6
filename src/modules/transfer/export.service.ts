import { type EntityManager, IsolationLevel } from '@mikro-orm/postgresql';
import type { Pack } from 'tar-stream';
import { stringify } from 'yaml';
import type { Context } from '../../context.js';
import type { Store } from '../../platform/store.js';
import { archiveFormat, createArchive, filesFolder, type Manifest, manifestName } from './archive.js';
import { type ArchivedTable, archivedRows, archivedTables } from './archive-tables.js';

/** How many rows are in memory at a time. */
const batch = 500;

type Step = (rows: number) => void;

/** What was written, and the images whose files are not in the store. */
type Exported = { manifest: Manifest; missing: string[] };

/**
 * Writes everything into an archive, as it is at one moment: the rows of all tables, the files of images, and the
 * posts once more as Markdown, for people and for other programs. `begin` is told how many rows there are.
 */
export function exportArchive(
  { em, library: { store } }: Context,
  pack: Pack,
  begin: (rows: number) => Step,
): Promise<Exported> {
  const archive = createArchive(pack);
  return em.transactional(
    async (tx) => {
      const snapshot = tx as EntityManager;
      const tables = await archivedTables(snapshot);
      const manifest = await manifestOf(snapshot, tables);
      await archive.add(manifestName, JSON.stringify(manifest, null, 2));
      const step = begin(Object.values(manifest.rows).reduce((sum, count) => sum + count, 0));
      for (const table of tables) {
        let part = 0;
        for await (const rows of rowsOf(snapshot, selectAll(table))) {
          part += 1;
          const name = `tables/${table.name}/${String(part).padStart(6, '0')}.ndjson`;
          await archive.add(name, rows.map((row) => `${row}\n`).join(''));
          step(rows.length);
        }
      }
      for await (const rows of rowsOf(snapshot, posts)) {
        for (const row of rows) await archive.add(...markdownOf(JSON.parse(row)));
      }
      const missing: string[] = [];
      for await (const rows of rowsOf(snapshot, files)) {
        for (const row of rows) {
          const { key } = JSON.parse(row) as { key: string };
          const content = await contentOf(store, key);
          if (content) await archive.add(`${filesFolder}${key}`, content);
          else missing.push(key);
        }
      }
      await archive.finish();
      return { manifest, missing };
    },
    { isolationLevel: IsolationLevel.REPEATABLE_READ, readOnly: true },
  );
}

async function manifestOf(em: EntityManager, tables: ArchivedTable[]): Promise<Manifest> {
  const migrations = await em.execute<{ name: string }[]>('select name from migrations order by name');
  const rows: Manifest['rows'] = {};
  for (const table of tables) {
    const counting = `select count(*)::int as count from ${archivedRows(table)}`;
    const [count] = await em.execute<{ count: number }[]>(counting);
    rows[table.name] = count?.count ?? 0;
  }
  return {
    format: archiveFormat,
    madeAt: new Date().toISOString(),
    migrations: migrations.map(({ name }) => name),
    rows,
  };
}

const selectAll = (table: ArchivedTable): string =>
  `select ${table.columns.map((column) => `"${column}"`)} from ${archivedRows(table)} ` +
  `order by ${table.key.map((column) => `"${column}"`)}`;

/** The rows of a statement as JSON, a batch at a time. */
async function* rowsOf(em: EntityManager, select: string): AsyncGenerator<string[]> {
  await em.execute(
    `declare archived no scroll cursor for select row_to_json(r)::text as row from (${select}) r`,
  );
  for (;;) {
    const rows = await em.execute<{ row: string }[]>(`fetch ${batch} from archived`);
    if (rows.length === 0) break;
    yield rows.map(({ row }) => row);
  }
  await em.execute('close archived');
}

const files = "select key from image_files where key like 'originals/%' order by key";

async function contentOf(store: Store, key: string): Promise<Buffer | null> {
  const file = await store.open(key);
  if (!file) return null;
  return Buffer.concat(await file.body.toArray());
}

type ReadablePost = { slug: string; status: string; content: string; head: Record<string, unknown> };

const posts = `
  select posts.slug, posts.status, posts.content, json_build_object('title', title, 'date', published_at, 'author', username,
    'draft', case when posts.status <> 'PUBLISHED' then true end, 'tags', array(
      select tags.name from post_tags join tags on tags.id = tag_id where post_id = posts.id order by tags.key)) as head
  from posts join users on users.id = author_id order by posts.id`;

/** In a form that Hexo, Jekyll and Hugo read too. */
function markdownOf({ slug, status, content, head }: ReadablePost): [name: string, content: string] {
  const said = Object.fromEntries(Object.entries(head).filter(([, value]) => value !== null));
  const folder = status === 'PUBLISHED' ? 'posts' : 'drafts';
  return [`${folder}/${slug}.md`, `---\n${stringify(said)}---\n\n${content}\n`];
}
