import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Pool, QueryResult } from 'pg';
import { countRows, countStatement, readFrom } from '../core/request-scope.js';
import { createSharedCalls } from '../core/shared-calls.js';
import { runStatement } from '../core/transaction.js';
import { sourcesOf } from './sources.js';

/** How many different texts each connection keeps prepared; others are planned each time. */
const mostPrepared = 300;

/** Runs reading statements. */
export type Statements = {
  /**
   * The rows of a statement that returns one JSON value a row. They are shared: nobody may change them. `planning` is
   * `each time` where the best plan is another for other values.
   */
  rows: <T>(
    text: string,
    values: unknown[],
    revive?: (row: T) => void,
    planning?: 'once' | 'each time',
  ) => Promise<T[]>;
};

/** A text as it is known from its first use on. */
type Known = { name: string | undefined; sources: ReadonlySet<string> };

/** Statements on a pool. Requests that ask for the same thing at the same time share a statement. */
export function createStatements(pool: () => Promise<Pool>): Statements {
  const prepared = new Map<string, Known>();
  const shared = createSharedCalls<unknown[]>();

  const know = (text: string): Known => {
    const known = prepared.get(text);
    if (known) return known;
    if (prepared.size >= mostPrepared) return { name: undefined, sources: sourcesOf(text) };
    const name = createHash('sha256').update(text).digest('base64url').slice(0, 24);
    const added = { name, sources: sourcesOf(text) };
    prepared.set(text, added);
    return added;
  };

  async function send<T>(query: object, revive?: (row: T) => void): Promise<T[]> {
    const result: QueryResult<[T]> = await (await pool()).query({ ...query, rowMode: 'array' } as never);
    const rows = result.rows.map(([row]) => row);
    if (revive) rows.forEach(revive);
    return rows;
  }

  async function rows<T>(
    text: string,
    values: unknown[],
    revive?: (row: T) => void,
    planning = 'once',
  ): Promise<T[]> {
    const { name, sources } = know(text);
    countStatement();
    readFrom(sources);
    const key = JSON.stringify([text, values]);
    const query = planning === 'once' ? { name, text, values } : { text, values };
    const found = (await shared(key, () => send(query, revive))) as T[];
    countRows(found.length);
    return found;
  }

  return { rows };
}

/** Statements in the transaction of `em`: they see what it has changed, and nobody shares them. */
export const statementsWithin = (em: EntityManager): Statements => ({
  rows: async <T>(text: string, values: unknown[], revive?: (row: T) => void) => {
    const found = await runStatement<Record<string, T>>(em, { name: '', text }, values);
    const rows = found.flatMap((row) => Object.values(row));
    if (revive) rows.forEach(revive);
    return rows;
  },
});
