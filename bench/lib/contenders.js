import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { workloadNames } from './arguments.js';
import { versionOf } from './install.js';
import { benchFolder, cacheFolder, productFolder } from './paths.js';

const versions = (...names) => names.map((name) => `${name} ${versionOf(name)}`).join(', ');

const script = (name) => [process.execPath, join(benchFolder, 'contenders', name, 'server.js')];

const twoTables = 'posts and post_tags, one statement';

const venvPython = join(cacheFolder, 'python/bin/python');
const python = existsSync(venvPython) ? venvPython : 'python3';

/**
 * Who is measured. `command` is a function where it takes work, `missing` says why a contender cannot run here,
 * `writes` what one createPost leaves in the database, `kind` whether it is us, a peer or a limit.
 */
export const contenders = [
  {
    name: 'inkstone',
    kind: 'product',
    title: () => 'Inkstone, as `npm start` runs it in production, with its log of every request',
    dialect: 'graphql',
    writes: 'posts and post_tags, one statement that posts which come at the same time share',
    command: () => [process.execPath, join(productFolder, 'dist/src/main.js')],
    environment: { LOG_LEVEL: 'info', RESPONSE_CACHE: 'off' },
  },
  {
    name: 'inkstone-cached',
    kind: 'product',
    title: () => "The same with guests' answers kept in memory, which is the default",
    dialect: 'graphql',
    workloads: ['W1', 'W2', 'W5'],
    writes: 'nothing',
    command: () => [process.execPath, join(productFolder, 'dist/src/main.js')],
    environment: { LOG_LEVEL: 'info' },
  },
  {
    name: 'mercurius',
    kind: 'peer',
    title: () => `Mercurius, JIT, loaders, prepared SQL (${versions('mercurius', 'fastify')})`,
    dialect: 'graphql',
    writes: twoTables,
    command: () => script('mercurius'),
  },
  {
    name: 'yoga',
    kind: 'peer',
    title: () =>
      `GraphQL Yoga, JIT, dataloaders, prepared SQL (${versions('graphql-yoga', '@envelop/graphql-jit')})`,
    dialect: 'graphql',
    writes: twoTables,
    command: () => script('yoga'),
  },
  {
    name: 'postgraphile',
    kind: 'peer',
    title: () => `PostGraphile, schema made of the tables (${versions('postgraphile')})`,
    dialect: 'postgraphile',
    writes: 'posts and post_tags, one function of the database in a transaction',
    command: () => script('postgraphile'),
  },
  {
    name: 'tutorial',
    kind: 'peer',
    title: () =>
      `Apollo + TypeGraphQL + MikroORM as tutorials write it (${versions('@apollo/server', 'type-graphql', '@mikro-orm/core')})`,
    dialect: 'graphql',
    writes: 'posts and post_tags in a transaction of the ORM',
    command: () => [process.execPath, join(cacheFolder, 'tutorial/server.js')],
    prepare: buildTutorial,
  },
  {
    name: 'flask',
    kind: 'peer',
    title: () => 'Flask + SQLAlchemy behind gunicorn, one worker with threads; REST',
    dialect: 'rest',
    writes: 'posts and post_tags in a transaction of the ORM',
    command: (port) => [
      python,
      ...['-m', 'gunicorn', '--workers', '1', '--worker-class', 'gthread', '--threads', '10'],
      ...['--keep-alive', '75', '--log-level', 'warning', '--bind', `127.0.0.1:${port}`],
      ...['--chdir', join(benchFolder, 'contenders/flask'), 'app:app'],
    ],
    missing: missingPython,
  },
  {
    name: 'one-statement',
    kind: 'limit',
    title: () => 'Limit: node:http and one prepared statement that builds the JSON',
    dialect: 'graphql',
    workloads: ['W1', 'W2', 'W3', 'W4'],
    writes: twoTables,
    command: () => script('one-statement'),
  },
  {
    name: 'constant',
    kind: 'limit',
    title: () => 'Limit: node:http and a constant string',
    dialect: 'constant',
    writes: 'nothing',
    command: () => script('constant'),
  },
];

/** The contenders of these names, or all; throws for a name that nobody has. Says who cannot run here. */
export function chooseContenders(only, fallback) {
  const wanted = only ?? fallback ?? contenders.map(({ name }) => name);
  const unknown = wanted.filter((name) => !contenders.some((contender) => contender.name === name));
  if (unknown.length > 0) throw new Error(`There is no contender called ${unknown.join(', ')}.`);
  return contenders
    .filter(({ name }) => wanted.includes(name))
    .filter((contender) => {
      const reason = contender.missing?.();
      if (reason) console.log(`\n*** LEFT OUT: ${contender.name}: ${reason}\n`);
      return !reason;
    });
}

export const takesPart = (contender, workload) => (contender.workloads ?? workloadNames).includes(workload);

function missingPython() {
  try {
    execFileSync(python, ['-c', 'import flask, gunicorn, jwt, psycopg, sqlalchemy'], { stdio: 'ignore' });
  } catch {
    return `${python} lacks its packages. To include it: python3 -m venv bench/.cache/python && bench/.cache/python/bin/pip install -r bench/contenders/flask/requirements.txt`;
  }
}

/** TypeGraphQL wants decorators, which Node does not run: this one contender is TypeScript. */
function buildTutorial() {
  const esbuild = join(benchFolder, 'node_modules/esbuild/bin/esbuild');
  const source = join(benchFolder, 'contenders/tutorial/server.ts');
  execFileSync(
    esbuild,
    [
      source,
      ...['--bundle', '--packages=external', '--platform=node', '--format=esm', '--log-level=error'],
      `--outfile=${join(cacheFolder, 'tutorial/server.js')}`,
    ],
    { stdio: 'inherit' },
  );
}
