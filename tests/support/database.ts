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

let created = 0;

/** A new database: a copy of the migrated template, or an empty one. Returns its URL. */
export async function createDatabase({ empty = false } = {}): Promise<string> {
  created += 1;
  const name = `test_${process.pid}_${created}`;
  const template = new URL(readEnvironment().templateUrl).pathname.slice(1);
  await withClient(databaseUrl('postgres'), (client) =>
    // Copies of one template wait for each other here, because PostgreSQL would refuse the second.
    client
      .query('select pg_advisory_lock(1)')
      .then(() => client.query(`create database ${name} template ${empty ? 'template0' : template}`)),
  );
  return databaseUrl(name);
}
