import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { readEnvironment } from './environment.ts';

/** The same server, another database. */
export function databaseUrl(name: string): string {
  const url = new URL(readEnvironment().templateUrl);
  url.pathname = `/${name}`;
  return url.toString();
}

/** Runs statements on one connection and closes it. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A new database: a copy of the migrated template, or an empty one. Returns its URL. */
export async function createDatabase({ empty = false } = {}): Promise<string> {
  const { prefix } = readEnvironment();
  const name = `${prefix}_${randomUUID().replaceAll('-', '')}`;
  await withClient(databaseUrl('postgres'), async (client) => {
    // Copies of one template wait for each other here, because PostgreSQL would refuse the second.
    await client.query('select pg_advisory_lock(1)');
    await client.query(`create database ${name} template ${empty ? 'template0' : prefix}`);
  });
  return databaseUrl(name);
}

/** Drops the databases of this run, on a server that outlives it. */
export async function dropDatabases(): Promise<void> {
  await withClient(databaseUrl('postgres'), async (client) => {
    const like = `${readEnvironment().prefix}%`;
    const { rows } = await client.query('select datname from pg_database where datname like $1', [like]);
    for (const { datname } of rows) await client.query(`drop database ${datname} with (force)`);
  });
}
