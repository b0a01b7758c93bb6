import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseUrl, dropDatabases, withClient } from './database.ts';
import { rootFolder, writeEnvironment } from './environment.ts';
import { runToEnd } from './process.ts';

/** One PostgreSQL for the run, with one migrated database that the tests copy. */
export default async function setUp(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'inkstone-test-'));
  const server = await startServer(folder);
  Object.assign(globalThis, { stopTestServer: server.stop });
  try {
    await makeTemplate(folder, server.url);
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function makeTemplate(folder: string, serverUrl: string): Promise<void> {
  const prefix = `inkstone_test_${randomUUID().slice(0, 8)}`;
  const templateUrl = `${serverUrl}/${prefix}`;
  writeEnvironment({ folder, prefix, templateUrl, jwtSecret: 'Zq7!fVb2-Lw9#xTe4_Rk6@uYh1^sMd8+' });
  await withClient(databaseUrl('postgres'), (client) => client.query(`create database ${prefix}`));
  const { code, output } = await runToEnd('cli.js', ['migrate', 'up'], { DATABASE_URL: templateUrl });
  if (code !== 0) throw new Error(`The template database could not be migrated:\n${output}`);
}

/** TEST_DATABASE_URL names another server, without a database; otherwise it is the embedded one. */
async function startServer(folder: string) {
  const external = process.env.TEST_DATABASE_URL;
  if (external) return { url: external.replace(/\/+$/, ''), stop: dropDatabases };
  const compiled = join(rootFolder, 'dist/src/db/embedded.js');
  const { startEmbedded }: typeof import('../../src/db/embedded.js') = await import(compiled);
  const embedded = await startEmbedded(folder);
  return { url: embedded.url.replace(/\/\w+$/, ''), stop: embedded.stop };
}
