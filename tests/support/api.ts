import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { createDatabase, withClient } from './database.ts';
import { readEnvironment } from './environment.ts';
import { Make, type TestUser } from './make.ts';
import { type Running, startInkstone, waitFor } from './process.ts';
import { compareWithFastPath, type Sent } from './sameness.ts';

type ApiError = {
  message: string;
  path?: (string | number)[];
  extensions: {
    code: string;
    requestId: string;
    retryAfter?: number;
    currentVersion?: number;
    fields?: { path: (string | number)[]; code: string; message: string }[];
  };
};

/** An answer of the server. `data` is typed loosely: what a test selects, it knows. */
export type Reply = {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: the shape is the test's own selection
  data: any;
  errors?: ApiError[];
};

export type LogLine = { requestId?: string; msg?: string; statements?: number; [key: string]: unknown };

type Variables = Record<string, string>;

type Send = (document: string, variables?: Record<string, unknown>) => Promise<Reply>;

/** A server with a database of its own, seen from outside. */
export class Api {
  running!: Running;
  db!: pg.Pool;
  make!: Make;
  databaseUrl!: string;
  settings!: Record<string, string>;
  /** All that the file's tests have sent. */
  readonly sent: Sent[] = [];
  private readonly others: Api[] = [];

  async start(variables: Variables): Promise<void> {
    this.databaseUrl = await createDatabase();
    this.db = new pg.Pool({ connectionString: this.databaseUrl, max: 4 });
    this.make = new Make(this.db);
    const { folder, jwtSecret } = readEnvironment();
    const DATA_DIR = mkdtempSync(join(folder, 'data-'));
    this.settings = { DATABASE_URL: this.databaseUrl, JWT_SECRET: jwtSecret, DATA_DIR, ...variables };
    this.running = await startInkstone(this.settings);
  }

  async stop(): Promise<void> {
    await this.db.end();
    for (const { running } of [this, ...this.others]) running.leave();
  }

  /** Another process on the same database; it stops with this one. */
  async another(variables: Record<string, string> = {}): Promise<Api> {
    const { db, make, databaseUrl } = this;
    const settings = { ...this.settings, ...variables };
    const running = await startInkstone(settings);
    const other = Object.assign(new Api(), { db, make, databaseUrl, settings, running });
    this.others.push(other);
    return other;
  }

  get url(): string {
    return `${this.running.url}/graphql`;
  }

  /** Sends as a guest. */
  send: Send = (document, variables) => this.request(document, variables);

  /** Sends as this user. */
  as(user: Pick<TestUser, 'token'>): { send: Send } {
    return { send: (document, variables) => this.request(document, variables, user.token) };
  }

  /** Sends as a guest whom a proxy forwards from this address: for servers that trust 127.0.0.1. */
  from(address: string): { send: Send } {
    const forwarded = { 'x-forwarded-for': address };
    return { send: (document, variables) => this.request(document, variables, undefined, forwarded) };
  }

  async request(
    query: string,
    variables?: object,
    token?: string,
    more?: Record<string, string>,
  ): Promise<Reply> {
    this.sent.push({ query, variables, token });
    const response = await fetch(this.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token && { authorization: `Bearer ${token}` }),
        ...more,
      },
      body: JSON.stringify({ query, variables }),
    });
    const answer = (await response.json()) as Pick<Reply, 'data' | 'errors'>;
    return { status: response.status, headers: response.headers, ...answer };
  }

  /** The one row that a statement returns. */
  async row(sql: string, values: unknown[] = []) {
    const { rows } = await this.db.query(sql, values);
    return rows[0];
  }

  /** Changes rows behind the server's back; returns when it has heard of it, as it has once it answers a mutation. */
  async change(sql: string, values: unknown[] = []): Promise<void> {
    await this.db.query(sql, values);
    await this.send('mutation { logout }');
  }

  /**
   * Does `work`, which sends requests, while statements that this test has run on a connection of its own hold locks;
   * lets go when `count` others wait for them, or when the requests did not wait at all.
   */
  async whileLocked<T>(sql: string, values: unknown[], work: () => Promise<T>, count = 1): Promise<T> {
    return withClient(this.databaseUrl, async (client) => {
      await client.query('begin');
      await client.query(sql, values);
      const pending = work();
      const waiting = waitFor(async () => {
        const locks =
          "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
        return ((await this.db.query(locks)).rowCount ?? 0) >= count || undefined;
      });
      await Promise.race([pending, waiting]);
      await client.query('commit');
      return pending;
    });
  }

  /** What the server logged about a reply's request; its summary line comes last. */
  async logOf({ headers }: Pick<Reply, 'headers'>): Promise<LogLine[]> {
    const id = headers.get('x-request-id') ?? 'no id';
    return waitFor(() => {
      const lines = this.running
        .log()
        .split('\n')
        .filter((line) => line.includes(id));
      const parsed = lines.map((line): LogLine => JSON.parse(line));
      return parsed.some((line) => line.msg === 'request') ? parsed : undefined;
    });
  }

  /** How many SQL statements a reply cost. */
  async statementsOf(reply: Reply): Promise<number> {
    const line = (await this.logOf(reply)).find((entry) => entry.msg === 'request');
    return line?.statements ?? Number.NaN;
  }
}

/** A server for the tests of one file. Settings that are known only when it starts are given by a function. */
export function useApi(variables: Variables | (() => Variables) = {}): Api {
  const api = new Api();
  beforeAll(() => api.start(typeof variables === 'function' ? variables() : variables));
  afterAll(async () => {
    try {
      if (process.env.FAST_PATH === 'off') await compareWithFastPath(api);
    } finally {
      await api.stop();
    }
  });
  return api;
}
