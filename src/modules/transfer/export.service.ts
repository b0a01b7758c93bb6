import { type EntityManager, IsolationLevel } from '@mikro-orm/postgresql';
import type { Pack } from 'tar-stream';
import { stringify } from 'yaml';
import { archiveFormat, createArchive, type Manifest, manifestName } from './archive.js';
import { type ArchivedTable, archivedTables } from './archive-tables.js';

/** How many rows are in memory at a time. */
const batch = 500;

type Step = (rows: number) => void;

/**
 * Writes everything into an archive, as it is at one moment: the rows of all tables, and the posts once more as
 * Markdown, for people and for other programs. `begin` is told how many rows there are.
 */
export function exportArchive(
  em: EntityManager,
  pack: Pack,
  begin: (rows: number) => Step,
): Promise<Manifest> {
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
      await archive.finish();
      return manifest;
    },
    { isolationLevel: IsolationLevel.REPEATABLE_READ, readOnly: true },
  );
}

async function manifestOf(em: EntityManager, tables: ArchivedTable[]): Promise<Manifest> {
  const migrations = await em.execute<{ name: string }[]>('select name from migrations order by name');
  const rows: Manifest['rows'] = {};
  for (const { name } of tables) {
    const [count] = await em.execute<{ count: number }[]>(`select count(*)::int as count from "${name}"`);
    rows[name] = count?.count ?? 0;
  }
  return {
    format: archiveFormat,
    madeAt: new Date().toISOString(),
    migrations: migrations.map(({ name }) => name),
    rows,
  };
}

const selectAll = ({ name, columns, key }: ArchivedTable): string =>
  `select ${columns.map((column) => `"${column}"`)} from "${name}" order by ${key.map((column) => `"${column}"`)}`;

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
