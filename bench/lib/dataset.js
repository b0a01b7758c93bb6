import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { whenDone } from './cleanup.js';
import { cacheFolder, productFolder } from './paths.js';
import { makePosts, makeSessions, makeTags, makeUsers, tagsPerPost } from './rows.js';

const product = (path) => import(join(productFolder, 'dist', path));

/** Where the data set of this size lies; in the layout of the product's DATA_DIR. */
export const dataFolder = (posts, kind = 'data') => join(cacheFolder, `${kind}-${posts}`);

/** A running PostgreSQL with the data set; it is made on first use and when the product's tables change. */
export async function openDataset(posts, { kind, write } = {}) {
  const folder = dataFolder(posts, kind);
  const stamp = join(folder, 'complete');
  const wanted = fingerprint(posts);
  const found = existsSync(stamp) ? readFileSync(stamp, 'utf8') : null;
  if (found !== wanted) {
    console.log(`Making the data set of ${posts.toLocaleString('en')} posts in ${folder} …`);
    rmSync(folder, { recursive: true, force: true });
  }
  const { startEmbedded } = await product('src/db/embedded.js');
  const starting = startEmbedded(folder);
  const stop = whenDone(async () => (await starting).stop());
  const server = await starting;
  if (found !== wanted) {
    await fill(server.url, posts, write);
    writeFileSync(stamp, wanted);
  }
  return { url: server.url, posts, folder, stop };
}

/** Changes with whatever decides what the data set looks like. */
function fingerprint(posts) {
  const migrations = join(productFolder, 'dist/migrations');
  const files = [
    ...readdirSync(migrations)
      .filter((name) => name.endsWith('.js'))
      .sort()
      .map((name) => join(migrations, name)),
    join(import.meta.dirname, 'rows.js'),
    join(import.meta.dirname, 'words.js'),
    join(import.meta.dirname, 'bilingual.js'),
    ...['core/words.js', 'modules/post/post-search.row.js', 'modules/post/post-search.text.js'].map((name) =>
      join(productFolder, 'dist/src', name),
    ),
  ];
  const hash = createHash('sha256').update(String(posts));
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex');
}

async function fill(url, posts, write) {
  await migrate(url);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const users = makeUsers();
    const tags = makeTags();
    await insert(client, 'users', users);
    await insert(client, 'sessions', makeSessions(users));
    await insert(client, 'tags', tags);
    await insertPosts(client, makePosts(posts, users, tags, write));
    await client.query('vacuum (analyze)');
    await client.query('checkpoint');
  } finally {
    await client.end();
  }
}

async function migrate(url) {
  const [{ openOrm }, { migrateUp }] = [await product('src/db/orm.js'), await product('src/db/migrate.js')];
  const orm = await openOrm(url);
  try {
    await migrateUp(orm);
  } finally {
    await orm.close();
  }
}

async function insertPosts(client, rows) {
  let batch = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length < 2_000) continue;
    await insertBatch(client, batch);
    batch = [];
  }
  if (batch.length > 0) await insertBatch(client, batch);
}

async function insertBatch(client, batch) {
  await insert(
    client,
    'posts',
    batch.map(({ post }) => post),
  );
  const { searchRowOf } = await product('src/modules/post/post-search.row.js');
  const found = batch.map(({ post }) => ({ post_id: post.id, ...searchRowOf(post) }));
  await insert(client, 'post_search', found);
  const links = batch.flatMap(({ post, tagIds }) => tagIds.map((tag_id) => ({ post_id: post.id, tag_id })));
  if (links.length !== batch.length * tagsPerPost) throw new Error('A post has lost a tag.');
  await insert(client, 'post_tags', links);
  await insert(
    client,
    'comments',
    batch.flatMap(({ comments }) => comments),
  );
}

/** Lets PostgreSQL convert the texts to the types of the columns. */
async function insert(client, table, rows) {
  const columns = Object.keys(rows[0]).join(', ');
  await client.query(
    `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1)`,
    [JSON.stringify(rows)],
  );
}
