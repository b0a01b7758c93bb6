import { join } from 'node:path';
import { createDatabase, withClient } from '../support/database.ts';
import { rootFolder } from '../support/environment.ts';
import { runToEnd } from '../support/process.ts';

const tables = (url: string) =>
  withClient(url, async (client) => {
    const { rows } = await client.query(
      "select tablename from pg_tables where schemaname = 'public' order by 1",
    );
    return rows.map((row) => row.tablename);
  });

const migrate = async (url: string, action: string) => {
  const { code, output } = await runToEnd('cli.js', ['migrate', action], { DATABASE_URL: url });
  if (code !== 0) throw new Error(output);
  return output.trim();
};

describe('migrations', () => {
  it('make exactly what the entities say', async () => {
    const { openOrm }: typeof import('../../src/db/orm.ts') = await import(
      join(rootFolder, 'dist/src/db/orm.js')
    );
    const orm = await openOrm(await createDatabase());
    const difference = await orm.schema.getUpdateSchemaSQL({ wrap: false });
    await orm.close();
    expect(difference).toBe('');
  });

  it('go up from nothing, down to nothing and up again', async () => {
    const url = await createDatabase({ empty: true });
    expect(await migrate(url, 'up')).toMatch(/^Applied: Migration/);
    const made = await tables(url);
    expect(made).toContain('posts');
    while (/^Taken back/.test(await migrate(url, 'down')));
    expect(await tables(url)).toEqual(['migrations']);
    await migrate(url, 'up');
    expect(await tables(url)).toEqual(made);
    // A process for each migration.
  }, 300_000);

  it('are listed with their state, and change nothing when all are applied', async () => {
    const url = await createDatabase({ empty: true });
    expect(await migrate(url, 'status')).toMatch(/^pending {2}Migration\d+_initial$/m);
    await migrate(url, 'up');
    expect(await migrate(url, 'up')).toMatch(/up to date/);
    expect(await migrate(url, 'status')).not.toMatch(/pending/);
  });

  it('are applied once when several processes start together', async () => {
    const url = await createDatabase({ empty: true });
    const outputs = await Promise.all([migrate(url, 'up'), migrate(url, 'up'), migrate(url, 'up')]);
    expect(outputs.filter((output) => output.startsWith('Applied'))).toHaveLength(1);
  });
});
