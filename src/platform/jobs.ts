import type { EntityManager } from '@mikro-orm/postgresql';
import type { JobWithMetadata, PgBoss } from 'pg-boss';
import type { Logger } from '../core/logger.js';
import { StartupError } from '../core/startup-error.js';

/** A kind of background work. */
export type JobKind<Data extends object, C> = {
  /** Its queue. Jobs outlive the code that made them: a name, once released, keeps its meaning. */
  name: string;
  /** How often a job that failed is tried again: after 1 to 2 seconds, then twice as long each time, at most an hour. */
  retries: number;
  /** Does one job. When a process dies in the middle the job comes again, so a second run must do no harm. */
  run: (ctx: C, data: Data) => Promise<void>;
};

/**
 * Jobs of the same key are accepted once in so many seconds; the others are left out. `after` is a moment, or so many
 * seconds, before which the job is not done; afterwards it is within two seconds. Without it, at once.
 */
type Terms = { after?: Date | number } & ({ key: string; seconds: number } | { key?: never });

/** The job queue, in PostgreSQL; all processes on one database share it. */
export type Jobs<C> = {
  /** Adds a job that exists exactly when the transaction of `em` commits. */
  enqueue: <Data extends object>(
    em: EntityManager,
    kind: JobKind<Data, C>,
    data: NoInfer<Data>,
    terms?: Terms,
  ) => Promise<void>;
  /** Takes jobs from now on, in this process one at a time of each kind; `contextOf` makes the context of each. */
  work: (contextOf: (log: Logger) => C) => Promise<void>;
  /** Takes no more jobs and waits for those under way; what is not done in 20 seconds will be done again elsewhere. */
  stop: () => Promise<void>;
};

// biome-ignore lint/suspicious/noExplicitAny: a list of kinds, each with data of its own
export type JobKinds<C> = readonly JobKind<any, C>[];

type Pool = { query: (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }> };

/** How long a transaction takes, as a rule, from adding a job to its end. */
const commitMs = 100;

const day = 24 * 60 * 60;

/** For every job, whatever the kind. */
const rules = {
  retryDelay: 0,
  retryBackoff: true,
  retryDelayMax: 3_600,
  expireInSeconds: 300,
  deleteAfterSeconds: day,
};

/** Opens the queue, with tables of its own beside ours; throws a StartupError when they cannot be made. */
export async function openJobs<C>(kinds: JobKinds<C>, pool: Pool, log: Logger): Promise<Jobs<C>> {
  const boss = await openQueues(kinds, pool, log);
  const workers = new Map<string, string>();
  // A hint to this process's own worker. Should the transaction take longer, the next regular look finds the job.
  const lookSoon = (name: string) =>
    setTimeout(() => boss.notifyWorker(workers.get(name) ?? ''), commitMs).unref();
  return {
    enqueue: async (em, kind, data, terms) => {
      // The ORM sends it within its transaction; its places are written `?`.
      const executeSql = async (text: string, values: unknown[] = []) => ({
        rows: await em.execute(text.replace('$1', '?'), values),
      });
      await boss.send(kind.name, data, {
        ...rules,
        retryLimit: kind.retries,
        ...(terms?.after && { startAfter: terms.after }),
        ...(terms?.key && { singletonKey: terms.key, singletonSeconds: terms.seconds }),
        db: { executeSql },
      });
      lookSoon(kind.name);
    },
    work: async (contextOf) => {
      for (const kind of kinds) workers.set(kind.name, await takeJobs(boss, kind, contextOf, log));
    },
    stop: () =>
      boss.stop({ timeout: 20_000 }).catch((error) => log.error({ err: error }, 'jobs were cut off')),
  };
}

async function openQueues<C>(kinds: JobKinds<C>, pool: Pool, log: Logger): Promise<PgBoss> {
  const { PgBoss } = await import('pg-boss');
  const db = { executeSql: (text: string, values?: unknown[]) => pool.query(text, values) };
  const boss = new PgBoss({ db, schedule: false, maintenanceIntervalSeconds: 3_600 });
  // The database being away is no reason to end: the queue looks again by itself.
  boss.on('error', ({ message }) => log.error({ err: new Error(message) }, 'the job queue has a problem'));
  boss.on('warning', ({ message }) => log.warn(message));
  try {
    await boss.start();
    for (const { name } of kinds) await boss.createQueue(name);
    return boss;
  } catch (error) {
    await boss.stop({ graceful: false });
    throw cannotOpen(error as Error);
  }
}

const cannotOpen = (error: Error): StartupError =>
  new StartupError(
    `The tables of the job queue cannot be made: ${error.message}`,
    'Let the role of DATABASE_URL make a schema: grant create on database … to …',
    { cause: error },
  );

async function takeJobs<Data extends object, C>(
  boss: PgBoss,
  kind: JobKind<Data, C>,
  contextOf: (log: Logger) => C,
  log: Logger,
): Promise<string> {
  const worker = await boss.work<Data>(kind.name, { includeMetadata: true }, async ([job]) => {
    // Where one was, more may be: look again at once, not at the next turn of the clock.
    boss.notifyWorker(worker);
    if (job) await runJob(kind, contextOf, log.child({ job: kind.name, jobId: job.id }), job);
  });
  return worker;
}

async function runJob<Data extends object, C>(
  kind: JobKind<Data, C>,
  contextOf: (log: Logger) => C,
  log: Logger,
  { data, retryCount, retryLimit }: JobWithMetadata<Data>,
): Promise<void> {
  try {
    await kind.run(contextOf(log), data);
  } catch (error) {
    const told = { err: error, attempt: retryCount + 1 };
    if (retryCount < retryLimit) log.warn(told, 'job failed; it will be tried again');
    else log.error(told, 'job failed for good');
    // Kept with the job, where the error itself, which may carry a row or an address, does not belong.
    throw new Error('failed; the log says why');
  }
}
