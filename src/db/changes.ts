import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Change, Changes } from '../core/changes.js';
import type { Logger } from '../core/logger.js';
import { createSharedCalls } from '../core/shared-calls.js';

const channel = 'inkstone_changes';

/** How often the connection is tried, and how long an answer may take: together the longest that a break goes unnoticed. */
const beatMs = 1_000;
const patienceMs = 1_000;

const announcedTables = `
  select distinct relname as name from pg_trigger
  join pg_class on pg_class.oid = tgrelid join pg_proc on pg_proc.oid = tgfoid where proname = 'announce_change'`;

type ChangesFeed = Changes & { stop: () => Promise<void> };

/**
 * Listens to what the triggers of the database announce. While it cannot, and for tables without a trigger, nothing
 * counts as unchanged; the connection is made anew until `stop`.
 */
export function listenToChanges(databaseUrl: string, log: Logger): ChangesFeed {
  const journal = createJournal();
  const shared = createSharedCalls<unknown>();
  const stopping = new AbortController();
  let client: pg.Client | undefined;

  // The server tells a connection what was announced before it answers its next statement.
  const hearAll = (connection: pg.Client) => shared('', () => connection.query('select'));

  async function listen(): Promise<void> {
    client = new pg.Client({
      connectionString: databaseUrl,
      application_name: 'inkstone changes',
      connectionTimeoutMillis: 5_000,
      query_timeout: patienceMs,
    });
    client.on('error', () => {});
    client.on('end', () => journal.close());
    client.on('notification', ({ payload = '' }) => journal.note(payload));
    await client.connect();
    await client.query(`listen ${channel}`);
    const { rows } = await client.query<{ name: string }>(announcedTables);
    journal.open(rows.map(({ name }) => name));
    while (!stopping.signal.aborted) {
      await hearAll(client);
      await sleep(beatMs, undefined, { signal: stopping.signal });
    }
  }

  async function keepListening(): Promise<void> {
    while (!stopping.signal.aborted) {
      await listen().catch((error) => {
        if (!stopping.signal.aborted) log.warn({ err: error }, 'changes cannot be heard; nothing is kept');
      });
      journal.close();
      // Not waited for: a connection that went silent may take minutes to end.
      void client?.end().catch(() => {});
      await sleep(beatMs / 2, undefined, { signal: stopping.signal }).catch(() => {});
    }
  }

  const listening = keepListening();
  return {
    ...journal.changes,
    caughtUp: async () => {
      // A connection that fails closes the journal: what was kept does not count any more.
      if (journal.isOpen() && client) await hearAll(client).catch(() => journal.close());
    },
    stop: async () => {
      stopping.abort();
      await listening;
    },
  };
}

/** Numbers what is heard, and remembers when each table last changed. */
function createJournal() {
  const listeners: ((change: Change | null) => void)[] = [];
  const lastChange = new Map<string, number>();
  let moment = 0;
  let isOpen = false;
  let openedAt = 0;

  const tell = (change: Change | null) => {
    for (const listener of listeners) listener(change);
  };
  const changedAt = (table: string) => lastChange.get(table) ?? Number.POSITIVE_INFINITY;

  return {
    isOpen: () => isOpen,
    /** From now on nothing is missed; what was read before may have changed unheard. */
    open: (tables: string[]) => {
      lastChange.clear();
      for (const table of tables) lastChange.set(table, 0);
      moment += 1;
      openedAt = moment;
      isOpen = true;
      tell(null);
    },
    close: () => {
      if (isOpen) tell(null);
      isOpen = false;
    },
    note: (payload: string) => {
      const [table = '', id] = payload.split(' ');
      moment += 1;
      lastChange.set(table, moment);
      tell({ table, id });
    },
    changes: {
      moment: () => moment,
      unchangedSince: (then: number, tables: Iterable<string>) => {
        if (!isOpen || then < openedAt) return false;
        for (const table of tables) if (changedAt(table) > then) return false;
        return true;
      },
      onChange: (listener: (change: Change | null) => void) => void listeners.push(listener),
    },
  };
}

/** Hears nothing, so nothing counts as unchanged. */
export const noChanges: ChangesFeed = {
  moment: () => 0,
  unchangedSince: () => false,
  onChange: () => {},
  caughtUp: async () => {},
  stop: async () => {},
};
