import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { whenDone } from './cleanup.js';
import { lastMoment } from './rows.js';

const patienceMs = 15_000;

/** Neither a checkpoint nor an automatic vacuum may fall into somebody's round: both come between rounds. */
const settings = {
  checkpoint_timeout: '1h',
  max_wal_size: '4GB',
  min_wal_size: '512MB',
  autovacuum: 'off',
};

/** Looks after the database between rounds. */
export async function openDatabaseState(url) {
  const client = new pg.Client({ connectionString: url, application_name: 'bench' });
  client.on('error', () => {});
  await client.connect();
  const close = whenDone(() => client.end());
  for (const [name, value] of Object.entries(settings)) {
    await client.query(`alter system set ${name} = '${value}'`);
  }
  await client.query('select pg_reload_conf()');
  await client.query('checkpoint');
  const first = async (sql, values) => (await client.query(sql, values)).rows[0];

  /** Waits until nobody's statement runs any more. */
  const drain = async () => {
    const busy = `select count(*)::int as count from pg_stat_activity
      where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid()
        and backend_type = 'client backend'`;
    const started = performance.now();
    while ((await first(busy)).count > 0) {
      if (performance.now() - started > patienceMs) throw new Error('Statements still run after a round.');
      await sleep(20);
    }
  };

  const newerPosts = 'select id from posts where updated_at > $1';
  const limit = [new Date(lastMoment)];

  /** Posts that were written since the data set was made, and their tags. */
  const written = () =>
    first(
      `select (select count(*)::int from posts where updated_at > $1) as posts,
         (select count(*)::int from post_tags where post_id in (${newerPosts})) as links`,
      limit,
    );

  /** Takes back what was written, with its dead rows, so that every round finds the same tables. */
  const restore = async () => {
    const { rowCount } = await client.query('delete from posts where updated_at > $1', limit);
    if (rowCount === 0) return;
    await client.query('vacuum (analyze) posts, post_tags, post_search');
  };

  return { drain, written, restore, close };
}
