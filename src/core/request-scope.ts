import { AsyncLocalStorage } from 'node:async_hooks';

/** What one request is known by in logs, and what it has cost so far. */
export type RequestScope = {
  id: string;
  /** SQL statements sent to the database. */
  statements: number;
  /** Rows that they returned or changed; what is nested in the JSON of a row counts as one with it. */
  rows: number;
  /** The GraphQL operation's name, once it is known. */
  operation?: string;
  viewerId?: string;
  /** The codes of the errors that were answered. */
  codes: string[];
};

/** Follows a request through every asynchronous step, so that errors and log lines can name it. */
export const requestScope = new AsyncLocalStorage<RequestScope>();
