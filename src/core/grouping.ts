import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import type { DatabaseError } from 'pg';
import { countRows, countStatement, requestScope } from './request-scope.js';

/** How many items share a statement at most. */
const most = 25;

/** Sends items in one statement, and says what became of each, in their order. */
type Send<I, O> = (em: EntityManager, items: I[]) => Promise<O[]>;

type Call<I> = { em: EntityManager; item: I };

/**
 * Makes calls that come at the same time share a statement: while one is under way, all that come after it wait for
 * the next one together. It counts for each of their requests. An error is only for the item that causes it. A call
 * from a transaction is sent at once and alone, as a part of it.
 */
export function inGroups<I, O>(send: Send<I, O>): (em: EntityManager, item: I) => Promise<O> {
  const queues = new WeakMap<object, DataLoader<Call<I>, O>>();
  return async (em, item) => {
    if (em.isInTransaction()) return (await send(em, [item]))[0] as O;
    countStatement();
    countRows(1);
    const database = em.getConnection();
    const queue = queues.get(database) ?? createQueue(send);
    queues.set(database, queue);
    return queue.load({ em, item });
  };
}

function createQueue<I, O>(send: Send<I, O>): DataLoader<Call<I>, O> {
  let last: Promise<unknown> = Promise.resolve();
  const sendNext = (calls: readonly Call<I>[]) => {
    const sent = requestScope.exit(() => sendOrSeparate(send, calls));
    last = sent.catch(() => {});
    return sent;
  };
  const batchScheduleFn = (start: () => void) => void last.then(start);
  return new DataLoader(sendNext, { cache: false, maxBatchSize: most, batchScheduleFn });
}

/** What PostgreSQL took back because of the values, a trigger, a conflict with another transaction, or the time it took. */
const undone = /^(22|23|P0|40|57014)/;

async function sendOrSeparate<I, O>(send: Send<I, O>, calls: readonly Call<I>[]): Promise<(O | Error)[]> {
  const [first] = calls as [Call<I>];
  try {
    const items = calls.map(({ item }) => item);
    return await send(first.em, items);
  } catch (error) {
    if (calls.length === 1 || !undone.test((error as DatabaseError).code ?? '')) throw error;
    const alone = calls.map((call) => sendOrSeparate(send, [call]).catch((own) => [own]));
    return (await Promise.all(alone)).flat();
  }
}
