import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { databaseUrl } from './database.ts';
import { rootFolder, writeEnvironment } from './environment.ts';
import { runToEnd } from './process.ts';

/** One PostgreSQL for the run, with one migrated database that the tests copy. */
export default async function setUp(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'inkstone-test-'));
  const server = await startServer(folder);
  const templateUrl = `${server.url}/inkstone_template_${process.pid}`;
  writeEnvironment({ folder, templateUrl, jwtSecret: 'Zq7!fVb2-Lw9#xTe4_Rk6@uYh1^sMd8+' });
  const client = new pg.Client({ connectionString: databaseUrl('postgres') });
  await client.connect();
  await client.query(`create database ${new URL(templateUrl).pathname.slice(1)}`);
  await client.end();
  const { code, output } = await runToEnd('cli.js', ['migrate', 'up'], { DATABASE_URL: templateUrl });
  if (code !== 0) throw new Error(`The template database could not be migrated:\n${output}`);
  Object.assign(globalThis, { stopTestServer: server.stop });
}

/** TEST_DATABASE_URL names another server, without a database; otherwise it is the embedded one. */
async function startServer(folder: string) {
  const external = process.env.TEST_DATABASE_URL;
  if (external) return { url: external.replace(/\/+$/, ''), stop: async () => {} };
  const compiled = join(rootFolder, 'dist/src/db/embedded.js');
  const { startEmbedded }: typeof import('../../src/db/embedded.js') = await import(compiled);
  const embedded = await startEmbedded(folder);
  return { url: embedded.url.replace(/\/\w+$/, ''), stop: embedded.stop };
}
