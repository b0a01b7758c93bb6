import { AsyncLocalStorage } from 'node:async_hooks';

/** What one request is known by in logs, and what it has cost so far. */
export type RequestScope = {
  id: string;
  /** When it arrived, in milliseconds of `performance.now()`. */
  arrived: number;
  /** SQL statements sent to the database. */
  statements: number;
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
  codes: [],
  sources: new Set(),
  failed: false,
});

/** Follows a request through every asynchronous step, so that errors and log lines can name it. */
export const requestScope = new AsyncLocalStorage<RequestScope>();

/** Notes that the answer depends on more than tables, such as the time: it holds for this request alone. */
export function dependOnRequest(): void {
  const scope = requestScope.getStore();
  if (scope) scope.sources = null;
}
