import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { readOrCreateSecret } from '../core/secret-file.js';
import { StartupError } from '../core/startup-error.js';
import { isFolderTaken, takeFolder } from './data-folder.js';
import { chooseRunner, findBinaries, type Runner, run } from './embedded-binaries.js';

/** A database to use, and what to do when it is no longer needed. */
export type Database = { url: string; stop: () => Promise<void> };

const databaseName = 'inkstone';
const user = 'inkstone';
const majorVersion = '18';

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  // The data sits on a solid state disk or in memory: a look-up by index costs little more than a scan.
  random_page_cost: '1.1',
  log_timezone: 'UTC',
};

/**
 * Starts the PostgreSQL server that came with the packages, on files below `dataDir` and a free local port.
 * A server that a killed process left running is taken over; a folder in use by a living one is refused.
 * Throws a StartupError, with nothing left running, when it cannot.
 */
export async function startEmbedded(dataDir: string): Promise<Database> {
  const { initdb, pg_ctl } = await findBinaries();
  const password = readOrCreateSecret(dataDir, 'postgres.password');
  const folder = await takeFolder(dataDir);
  const cluster = join(dataDir, 'postgres');
  const runner = chooseRunner(cluster);
  const stop = async () => {
    if (existsSync(join(cluster, 'postmaster.pid')))
      await run(runner, pg_ctl, ['stop', '-w', '-m', 'fast', '-D', cluster]);
    folder.release();
  };
  try {
    if (!existsSync(cluster)) await initialise(runner, initdb, dataDir, password);
    checkVersion(cluster);
    const serverAt = serverWith(password);
    const port = (await answeringPort(cluster, serverAt)) ?? (await launch(runner, pg_ctl, dataDir, cluster));
    await createDatabase(serverAt(port));
    return { url: `${serverAt(port)}/${databaseName}`, stop };
  } catch (error) {
    await stop().catch(() => {});
    throw error instanceof StartupError ? error : cannotRun('be used', dataDir, error);
  }
}

const serverWith = (password: string) => (port: number) =>
  `postgresql://${user}:${password}@127.0.0.1:${port}`;

/**
 * The server that another Inkstone runs on these files, for a command beside it; null when none runs.
 * Throws a StartupError when that Inkstone is just starting or stopping.
 */
export async function findRunning(dataDir: string): Promise<Database | null> {
  if (!(await isFolderTaken(dataDir))) return null;
  const port = portOf(join(dataDir, 'postgres/postmaster.pid'));
  const server = serverWith(readOrCreateSecret(dataDir, 'postgres.password'))(port);
  if (port && !(await reach(server))) return { url: `${server}/${databaseName}`, stop: async () => {} };
  throw new StartupError(
    `The data folder ${dataDir} is in use by an Inkstone that is starting or stopping.`,
    'Try again in a moment.',
  );
}

/** The port in a server's own file; 0 without one. */
const portOf = (file: string): number =>
  existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[3]) || 0 : 0;

/** Builds the cluster beside its final place, so that an interrupted start leaves nothing half made. */
async function initialise(runner: Runner, initdb: string, dataDir: string, password: string): Promise<void> {
  const unfinished = join(dataDir, 'postgres.new');
  const passwordFile = join(dataDir, 'postgres.new.password');
  for (const left of [unfinished, passwordFile]) rmSync(left, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  runner.own(unfinished);
  runner.own(passwordFile);
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = [`--username=${user}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  const configuration = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  try {
    await run(runner, initdb, ['-D', unfinished, ...access, ...locale, ...configuration]);
  } catch (error) {
    throw cannotRun('create its files', dataDir, error);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(unfinished, join(dataDir, 'postgres'));
}

function checkVersion(cluster: string): void {
  const version = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (version === majorVersion) return;
  throw new StartupError(
    `The data folder was made by PostgreSQL ${version}; this Inkstone brings PostgreSQL ${majorVersion}.`,
    'Start it with the Inkstone version that made it, or point DATA_DIR at another folder.',
  );
}

/**
 * The port of a server that already runs on these files, if one does. The folder is ours, so a file that names a
 * server which does not answer is a left-over; whatever has that process id now is something else.
 */
async function answeringPort(cluster: string, serverAt: (port: number) => string): Promise<number | null> {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const port = portOf(file);
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const problem = port ? await reach(serverAt(port)) : 'ECONNREFUSED';
    if (!problem) return port;
    if (problem === 'ECONNREFUSED' && attempt > 0) {
      rmSync(file, { force: true });
      return null;
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  throw new Error(`the server that runs there on port ${port} does not let us in.`);
}

/** Null when the server can be used, otherwise the code of what stands in the way. */
async function reach(server: string): Promise<string | null> {
  const client = new pg.Client({ connectionString: `${server}/postgres`, connectionTimeoutMillis: 2_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return null;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'unknown';
  } finally {
    await client.end().catch(() => {});
  }
}

async function launch(runner: Runner, pgCtl: string, dataDir: string, cluster: string): Promise<number> {
  const port = await freePort();
  const log = join(dataDir, 'postgres.log');
  writeFileSync(log, '', { flag: 'a', mode: 0o600 });
  runner.own(log);
  try {
    await run(runner, pgCtl, ['start', '-w', '-t', '60', '-D', cluster, '-l', log, '-o', `-p ${port}`]);
  } catch (error) {
    throw cannotRun('start', dataDir, error);
  }
  return port;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function createDatabase(server: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${server}/postgres` });
  await client.connect();
  try {
    const existing = await client.query('select 1 from pg_database where datname = $1', [databaseName]);
    if (existing.rowCount === 0) await client.query(`create database ${databaseName}`);
  } finally {
    await client.end();
  }
}

function cannotRun(step: string, dataDir: string, error: unknown): StartupError {
  return new StartupError(
    `The embedded PostgreSQL could not ${step} below ${dataDir}: ${(error as Error).message}`,
    `See ${join(dataDir, 'postgres.log')}; or use a server of your own: DATABASE_URL=postgresql://… npm start`,
    { cause: error },
  );
}
