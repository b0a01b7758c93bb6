import { AsyncLocalStorage } from 'node:async_hooks';

/** What one request is known by in logs, and what it has cost so far. */
export type RequestScope = {
  id: string;
  /** When it arrived, in milliseconds of `performance.now()`. */
  arrived: number;
  /** SQL statements sent to the database. */
  statements: number;
  /** Rows that they returned or changed; what is nested in the JSON of a row counts as one with it. */
  rows: number;
  /** The GraphQL operation's name, once it is known. */
  operation?: string | undefined;
  viewerId?: string;
  /** The codes of the errors that were answered. */
  codes: string[];
  /** The tables that the answer was read from; null once anything else had a say in it. */
  sources: Set<string> | null;
  /** Whether a compiled query has ended with an error: what is wrong is for graphql-js to say. */
  failed: boolean;
};

export const newScope = (id: string): RequestScope => ({
  id,
  arrived: performance.now(),
  statements: 0,
  rows: 0,
  codes: [],
  sources: new Set(),
  failed: false,
});

/** Follows a request through every asynchronous step, so that errors and log lines can name it. */
export const requestScope = new AsyncLocalStorage<RequestScope>();

/** Notes the tables that the answer depends on. */
export function readFrom(tables: Iterable<string>): void {
  const sources = requestScope.getStore()?.sources;
  if (sources) for (const table of tables) sources.add(table);
}

/** Notes that the answer depends on more than tables, such as the time: it holds for this request alone. */
export function dependOnRequest(): void {
  const scope = requestScope.getStore();
  if (scope) scope.sources = null;
}

/** Counts a statement for the request that is being answered, if one is. */
export function countStatement(): void {
  const scope = requestScope.getStore();
  if (scope) scope.statements += 1;
}

/** Counts rows that a statement returned or changed. */
export function countRows(count: number): void {
  const scope = requestScope.getStore();
  if (scope) scope.rows += count;
}
