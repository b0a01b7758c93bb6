import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Changes } from '../core/changes.js';
import type { Logger } from '../core/logger.js';
import { createNews, type News } from '../core/news.js';
import { createSharedCalls } from '../core/shared-calls.js';
import { createJournal } from './journal.js';

/** Changes to tables, and what becomes visible. */
const channels = { changes: 'inkstone_changes', news: 'inkstone_news' };

/** How often the connection is tried, and how long an answer may take: together the longest that a break goes unnoticed. */
const beatMs = 1_000;
const patienceMs = 1_000;

/** A connection that cannot be made is tried again after a while that doubles each time. */
const shortestPauseMs = 250;
const longestPauseMs = 5_000;

/** What PostgreSQL calls this connection, the number of the latest news, and the tables whose changes are announced. */
const announced = `
  select pg_backend_pid() as pid, (select coalesce(max(number), 0) from announcements) as newest, array(
    select relname::text from pg_trigger
    join pg_class on pg_class.oid = tgrelid join pg_proc on pg_proc.oid = tgfoid
    where proname = 'announce_change' and tgenabled in ('O', 'A')) as tables`;

type DatabaseFeed = Changes & { news: News; stop: () => Promise<void> };

/**
 * Listens to what the triggers of the database announce. While it cannot, and for tables without a trigger, nothing
 * counts as unchanged, and news wait; the connection is made anew until `stop`.
 */
export function listenToDatabase(databaseUrl: string, log: Logger): DatabaseFeed {
  const journal = createJournal();
  const news = createNews();
  const stopping = new AbortController();
  let ear: Ear | undefined;
  let failures = 0;

  // Late news of a connection that was given up say nothing about its successor.
  const giveUp = (given: Ear) => {
    if (given === ear) journal.close();
  };

  async function listen(): Promise<void> {
    const current = createEar(databaseUrl, (channel, payload) => {
      if (channel === channels.changes) return journal.note(payload);
      const [topic = '', number] = payload.split(' ');
      news.tell(topic, Number(number));
    });
    ear = current;
    current.client.on('end', () => giveUp(current));
    await current.client.connect();
    const { tables, newest } = await current.listen();
    journal.open(tables);
    news.tellAll(newest);
    if (failures > 0) log.info('changes are heard again');
    failures = 0;
    // Ends when it cannot hear any more, or is to stop, which may have come while it connected.
    for (;;) {
      await current.hearAll();
      await sleep(beatMs, undefined, { signal: stopping.signal });
    }
  }

  function end(error: unknown): void {
    if (failures === 0 && !stopping.signal.aborted) {
      log.warn({ err: error }, 'changes cannot be heard; nothing is kept');
    }
    failures += 1;
    journal.close();
    // Not waited for: a connection that went silent may take minutes to end.
    ear?.client.unref();
    void ear?.client.end().catch(() => {});
  }

  async function keepListening(): Promise<void> {
    while (!stopping.signal.aborted) {
      await listen().catch(end);
      const pause = Math.min(shortestPauseMs * 2 ** failures, longestPauseMs);
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => {});
    }
  }

  const listening = keepListening();
  return {
    ...journal.changes,
    news,
    caughtUp: async () => {
      const current = ear;
      // A connection that fails closes the journal: what was kept does not count any more.
      if (current && journal.isOpen()) await current.hearAll().catch(() => giveUp(current));
    },
    stop: async () => {
      stopping.abort();
      await listening;
    },
  };
}

/** With what the types of pg leave out: the number of the session, as it was told. */
type Client = pg.Client & { processID: number; unref: () => void };

type Ear = ReturnType<typeof createEar>;

/** A connection that hears what is announced. */
function createEar(databaseUrl: string, note: (channel: string, payload: string) => void) {
  const shared = createSharedCalls<unknown>();
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'inkstone changes',
    connectionTimeoutMillis: 5_000,
    query_timeout: patienceMs,
  }) as Client;
  client.on('error', () => {});
  client.on('notification', ({ channel, payload = '' }) => note(channel, payload));

  return {
    client,
    // The server tells a connection what was announced before it answers its next statement.
    hearAll: () => shared('', () => client.query('select')),
    /** Begins to listen, and tells what the database is like from then on. Throws when not everything can be heard. */
    listen: async () => {
      for (const channel of Object.values(channels)) await client.query(`listen ${channel}`);
      const { rows } = await client.query<{ pid: number; newest: number; tables: string[] }>(announced);
      const [state] = rows;
      // A pooler tells a number of its own. It may give each statement to another session, which does not listen.
      if (state?.pid !== client.processID)
        throw new Error('There is a connection pooler before the database.');
      return state;
    },
  };
}

/** Hears nothing, so nothing counts as unchanged. */
export const noChanges: Changes = {
  moment: () => 0,
  unchangedSince: () => false,
  onChange: () => {},
  caughtUp: async () => {},
};
