import pg from 'pg';
import { StartupError } from '../core/startup-error.js';
import type { Database } from './embedded.js';

const oldestVersion = 15;

/** The server behind DATABASE_URL; throws a StartupError when it cannot be used. */
export async function connectExternal(url: string): Promise<Database> {
  const { hostname, port, pathname } = new URL(url);
  const place = `${hostname}:${port || 5432}${pathname}`;
  const version = await versionOf(url).catch((error) => {
    throw unreachable(place, error);
  });
  if (version < oldestVersion) throw tooOld(place, version);
  return { url, stop: async () => {} };
}

async function versionOf(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query(
      "select current_setting('server_version_num')::int / 10000 as version",
    );
    return rows[0].version;
  } finally {
    await client.end().catch(() => {});
  }
}

const unreachable = (place: string, error: Error): StartupError =>
  new StartupError(
    `The database at ${place} cannot be used: ${error.message || (error as NodeJS.ErrnoException).code}`,
    'Check that it runs and that DATABASE_URL has the right host, port, user, password and database; without DATABASE_URL the embedded one is used.',
    { cause: error },
  );

const tooOld = (place: string, version: number): StartupError =>
  new StartupError(
    `The database at ${place} is PostgreSQL ${version}; Inkstone needs ${oldestVersion} or newer.`,
    'Upgrade that server, or leave DATABASE_URL out to use the embedded one.',
  );
