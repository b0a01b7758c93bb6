import { createHash } from 'node:crypto';
import type { Pool, QueryResult } from 'pg';
import { requestScope } from '../core/request-scope.js';

/** How many different texts each connection keeps prepared; others are planned each time. */
const mostPrepared = 300;

/** Runs reading statements outside of transactions. */
export type Statements = {
  /** The rows of a statement that returns one JSON value a row. They are shared: nobody may change them. */
  rows: <T>(text: string, values: unknown[], revive?: (row: T) => void) => Promise<T[]>;
};

/**
 * Statements on a pool. Requests that ask for the same thing at the same time share a statement: while one is
 * under way, all that come after it wait for the next one, so nobody sees what was there before they asked.
 */
export function createStatements(pool: () => Promise<Pool>): Statements {
  const names = new Map<string, string>();
  const running = new Map<string, Promise<unknown>>();
  const waiting = new Map<string, Promise<unknown[]>>();

  const nameOf = (text: string): string | undefined => {
    const known = names.get(text);
    if (known || names.size >= mostPrepared) return known;
    const name = createHash('sha256').update(text).digest('base64url').slice(0, 24);
    names.set(text, name);
    return name;
  };

  async function send<T>(text: string, values: unknown[], revive?: (row: T) => void): Promise<T[]> {
    const query = { name: nameOf(text), text, values, rowMode: 'array' as const };
    const result: QueryResult<[T]> = await (await pool()).query(query);
    const rows = result.rows.map(([row]) => row);
    if (revive) rows.forEach(revive);
    return rows;
  }

  function shared<T>(text: string, values: unknown[], revive?: (row: T) => void): Promise<T[]> {
    const key = JSON.stringify([text, values]);
    const next = waiting.get(key) as Promise<T[]> | undefined;
    if (next) return next;
    const turn = running.get(key);
    if (!turn) return start();
    const sent = turn.then(start, start);
    waiting.set(key, sent);
    return sent;

    function start(): Promise<T[]> {
      waiting.delete(key);
      const answer = send(text, values, revive);
      running.set(key, answer);
      const end = () => {
        if (running.get(key) === answer) running.delete(key);
      };
      answer.then(end, end);
      return answer;
    }
  }

  return {
    rows: async (text, values, revive) => {
      const scope = requestScope.getStore();
      if (scope) scope.statements += 1;
      const rows = await shared(text, values, revive);
      if (scope) scope.rows += rows.length;
      return rows;
    },
  };
}
