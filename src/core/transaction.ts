import type { EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';
import type { DatabaseError } from 'pg';
import { AppError } from './errors.js';
import { countRows, countStatement, dependOnRequest } from './request-scope.js';

type Scope = { em: EntityManager; forget: () => void };

/**
 * Runs `work` in one transaction on an entity manager of its own, or in a part of the transaction that `ctx` is in:
 * what it changed is flushed and committed when it returns, and undone when it throws. Throws NOT_FOUND when what something new belongs to, its author for
 * example, is deleted meanwhile.
 */
export async function inTransaction<C extends Scope, T>(ctx: C, work: (tx: C) => Promise<T>): Promise<T> {
  const result = await ctx.em
    .fork({ keepTransactionContext: true })
    .transactional((em) => work(within(ctx, em as EntityManager)))
    .catch(reportMissingOwner);
  ctx.forget();
  return result;
}

/** The same context but for the entity manager; its getters stay as they are. */
const within = <C extends Scope>(ctx: C, em: EntityManager): C => Object.create(ctx, { em: { value: em } });

/** A statement of which only the values change, and the name under which each connection keeps it prepared. */
export type Statement = { name: string; text: string };

/**
 * Runs one statement and returns its rows: in the transaction of `em` where there is one, otherwise prepared, and
 * as a transaction by itself that costs one round trip.
 */
export async function runStatement<R extends object>(
  em: EntityManager,
  { name, text }: Statement,
  values: unknown[],
): Promise<R[]> {
  countStatement();
  dependOnRequest();
  const { rows } = em.isInTransaction()
    ? await em.getKysely().executeQuery<R>(CompiledQuery.raw(text, values))
    : await (await em.getConnection().getNativeClient()).query<R>({ name, text, values });
  countRows(rows.length);
  return rows;
}

const codes = { missingOwner: '23503', taken: '23505' };

/** What PostgreSQL says of an error, also when the entity manager has wrapped it. */
const databaseError = (error: unknown): Partial<DatabaseError> =>
  error instanceof Error ? (error as DatabaseError) : {};

/** Only for what is new: that something cannot be deleted because others belong to it is a bug of ours. */
export function reportMissingOwner(error: unknown): never {
  const { code, message = '' } = databaseError(error);
  if (code !== codes.missingOwner || !message.includes('insert or update on table')) throw error;
  throw new AppError('NOT_FOUND', 'What this belongs to was deleted meanwhile.');
}

/** The unique constraint that a write ran into, by name; null for every other error. */
export function takenConstraint(error: unknown): string | null {
  const { code, constraint } = databaseError(error);
  return code === codes.taken ? (constraint ?? '') : null;
}

/** Callers that name the same thing pass one at a time; the lock ends with the transaction. */
export async function lockName(em: EntityManager, name: string): Promise<void> {
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [name]);
}

/** The same without waiting: false when somebody else holds it. */
export async function tryLockName(em: EntityManager, name: string): Promise<boolean> {
  const [row] = await em.execute<{ free: boolean }[]>(
    'select pg_try_advisory_xact_lock(hashtextextended(?, 0)) as free',
    [name],
  );
  return row?.free === true;
}
