import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { readOrCreateSecret } from '../core/secret-file.js';
import { StartupError } from '../core/startup-error.js';
import { chooseRunner, findBinaries, type Runner, run } from './embedded-binaries.js';

/** A database to use, and what to do when it is no longer needed. */
export type Database = { url: string; stop: () => Promise<void> };

const databaseName = 'inkstone';
const user = 'inkstone';
const majorVersion = '18';

/** Any number will do; whoever holds the lock owns the data folder. */
const ownerLock = 4_127_018;

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
 */
export async function startEmbedded(dataDir: string): Promise<Database> {
  const { initdb, pg_ctl } = await findBinaries();
  const cluster = join(dataDir, 'postgres');
  const password = readOrCreateSecret(dataDir, 'postgres.password');
  const runner = chooseRunner(cluster);
  if (!existsSync(cluster)) await initialise(runner, initdb, dataDir, password);
  checkVersion(cluster);

  const port = runningPort(cluster) ?? (await launch(runner, pg_ctl, dataDir, cluster));
  const server = `postgresql://${user}:${password}@127.0.0.1:${port}`;
  const owner = await own(server, dataDir);
  return {
    url: `${server}/${databaseName}`,
    stop: async () => {
      await owner.end();
      await run(runner, pg_ctl, ['stop', '-w', '-m', 'fast', '-D', cluster]);
    },
  };
}

/** Builds the cluster beside its final place, so that an interrupted start leaves nothing half made. */
async function initialise(runner: Runner, initdb: string, dataDir: string, password: string): Promise<void> {
  const unfinished = join(dataDir, 'postgres.new');
  const passwordFile = join(dataDir, `postgres.${randomBytes(4).toString('hex')}.tmp`);
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  runner.own(unfinished);
  runner.own(passwordFile);
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = [`--username=${user}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  try {
    const configuration = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
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

/** The port of a server that already runs on these files, if one does. */
function runningPort(cluster: string): number | null {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n');
  return port && isAlive(Number(pid)) ? Number(port) : null;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
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

/** Takes the folder for this process: the lock lives as long as the connection, so a killed owner frees it. */
async function own(server: string, dataDir: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: `${server}/postgres`,
    application_name: 'inkstone owner',
  });
  client.on('error', () => {});
  await client.connect();
  if (!(await takeLock(client))) {
    await client.end();
    throw new StartupError(
      `The data folder ${dataDir} is in use by another Inkstone.`,
      'Stop that one, or give this one a folder of its own: DATA_DIR=./data2 PORT=4001 npm start',
    );
  }
  const existing = await client.query('select 1 from pg_database where datname = $1', [databaseName]);
  if (existing.rowCount === 0) await client.query(`create database ${databaseName}`);
  return client;
}

/** Waits a moment for an owner that has just been killed: the server needs to notice that it is gone. */
async function takeLock(client: pg.Client): Promise<boolean> {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const { rows } = await client.query('select pg_try_advisory_lock($1) as mine', [ownerLock]);
    if (rows[0].mine) return true;
    await setTimeout(100);
  }
  return false;
}

function cannotRun(step: string, dataDir: string, error: unknown): StartupError {
  return new StartupError(
    `The embedded PostgreSQL could not ${step} below ${dataDir}: ${(error as Error).message}`,
    `See ${join(dataDir, 'postgres.log')}; or use a server of your own: DATABASE_URL=postgresql://… npm start`,
    { cause: error },
  );
}
