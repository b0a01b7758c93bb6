import { join } from 'node:path';
import pg from 'pg';
import { chinese, english, writeBilingual } from '../lib/bilingual.js';
import { chooseContenders } from '../lib/contenders.js';
import { openDataset } from '../lib/dataset.js';
import { describeMachine } from '../lib/machine.js';
import { productFolder } from '../lib/paths.js';
import { writeResult } from '../lib/report.js';
import { startServer } from '../lib/server-process.js';
import { fixed, table, whole } from '../lib/table.js';

const product = (path) => import(join(productFolder, 'dist/src', path));
const milliseconds = fixed(1);
/** What a search may cost the database at most. */
const limitMs = 30;

const document = `query ($query: String!) {
  searchPosts(query: $query, first: 20) {
    edges { rank highlight node { title author { displayName } tags { name } } }
  }
}`;
const fields = (...names) => names.map((name) => [name, new Map()]);
const node = new Map([
  ...fields('title'),
  ['author', new Map(fields('displayName'))],
  ['tags', new Map(fields('name'))],
]);
const selection = new Map([['edges', new Map([...fields('rank', 'highlight'), ['node', node]])]]);

/** Words of a language by how common they are. */
const queriesOf = (language, words) => ({
  [`${language}, in most posts`]: words[4],
  [`${language}, common`]: words[150],
  [`${language}, rare`]: words[4_000],
  [`${language}, two common words`]: `${words[100]} ${words[140]}`,
  [`${language}, a phrase`]: `"${words[2]}${language === 'English' ? ' ' : ''}${words[3]}"`,
});

const queries = {
  ...queriesOf('English', english),
  'English, misspelt': `${english.find((word) => word.length > 6)}x`,
  ...queriesOf('Chinese', chinese),
};

/** Searches as the product sends them: by GraphQL, their statements alone, and what PostgreSQL says of those. */
export async function run(options) {
  const rounds = options.rounds ?? 5;
  const dataset = await openDataset(options.posts, { kind: 'bilingual', write: writeBilingual });
  const client = new pg.Client({ connectionString: dataset.url });
  await client.connect();
  const [inkstone] = chooseContenders(['inkstone']);
  const server = await startServer(inkstone, { DATABASE_URL: dataset.url }, { logName: 'inkstone-search' });
  const results = {};
  for (const [name, query] of Object.entries(queries)) {
    const statements = await statementsOf(client, query);
    results[name] = {
      query,
      posts: await countOf(server, query),
      statements: statements.length,
      byGraphQL: await leastOf(rounds, () => timed(() => ask(server, document, query))),
      bare: await leastOf(rounds, () => timed(() => sendAll(client, statements))),
      database: await leastOf(rounds, () => explainAll(client, statements)),
    };
  }
  await client.end();
  print(results, options.posts);
  const machine = { ...describeMachine(), pinning: options.pinning };
  const settings = { rounds, posts: options.posts };
  const failures = Object.entries(results)
    .filter(([, { database }]) => database > limitMs)
    .map(([name, { database }]) => `${name}: ${milliseconds(database)} ms of the database, over ${limitMs}`);
  writeResult('search', { date: new Date().toISOString(), machine, settings, failures, results });
  return failures;
}

/** The least of all rounds but the first: what else the machine does can only add to it. */
async function leastOf(rounds, measure) {
  const times = [];
  for (let number = 0; number <= rounds; number++) times.push(await measure());
  return Math.min(...times.slice(1));
}

async function timed(work) {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function ask({ port }, text, query) {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: text, variables: { query } }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(`${query}: ${errors[0].message}`);
  return data.searchPosts;
}

const countOf = async (server, query) =>
  (await ask(server, 'query ($query: String!) { searchPosts(query: $query) { totalCount } }', query))
    .totalCount;

/** What the product sends for a page of a guest's search. */
async function statementsOf(client, query) {
  const { openOrm } = await product('db/orm.js');
  const { createReader } = await product('read/read.js');
  const { searchPosts } = await product('modules/post/post-search.service.js');
  const statements = [];
  const rows = async (text, values, revive) => {
    statements.push({ text, values });
    const found = await client.query({ text, values, rowMode: 'array' });
    return found.rows.map(([row]) => {
      revive?.(row);
      return row;
    });
  };
  const orm = await openOrm('postgresql://localhost/none');
  const read = createReader(orm.getMetadata(), { rows });
  await searchPosts({ viewer: null, read }, { query, first: 20 }, selection);
  await orm.close();
  return statements;
}

async function sendAll(client, statements) {
  for (const { text, values } of statements) await client.query({ text, values });
}

/** Planning and execution, as `explain (analyze)` says. */
async function explainAll(client, statements) {
  let total = 0;
  for (const { text, values } of statements) {
    const { rows } = await client.query({
      text: `explain (analyze, timing off, format json) ${text}`,
      values,
    });
    const [plan] = rows[0]['QUERY PLAN'];
    total += plan['Planning Time'] + plan['Execution Time'];
  }
  return total;
}

function print(results, posts) {
  const heads = ['search', 'posts found', 'statements', 'database ms', 'statements alone ms', 'GraphQL ms'];
  const rows = Object.entries(results).map(([name, { posts, statements, database, bare, byGraphQL }]) => [
    name,
    whole(posts),
    whole(statements),
    ...[database, bare, byGraphQL].map(milliseconds),
  ]);
  console.log(`\n### A page of 20 of a search over ${whole(posts)} posts\n\n${table(heads, rows)}\n`);
}
