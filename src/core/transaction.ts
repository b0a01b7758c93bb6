import type { EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';
import type { DatabaseError } from 'pg';
import { countRows, countStatement, dependOnRequest } from './request-scope.js';

type Scope = { em: EntityManager; forget: () => void };

/**
 * Runs `work` in one transaction on an entity manager of its own: what it changed is flushed and committed
 * when it returns, and undone when it throws.
 */
export async function inTransaction<C extends Scope, T>(ctx: C, work: (tx: C) => Promise<T>): Promise<T> {
  const result = await ctx.em.fork().transactional((em) => work(within(ctx, em as EntityManager)));
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

const uniqueViolation = '23505';

/** The unique constraint that a write ran into, by name; null for every other error. */
export function takenConstraint(error: unknown): string | null {
  const { code, constraint } = error instanceof Error ? (error as DatabaseError) : {};
  return code === uniqueViolation ? (constraint ?? '') : null;
}

/** Callers that name the same thing pass one at a time; the lock ends with the transaction. */
export async function lockName(em: EntityManager, name: string): Promise<void> {
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [name]);
}
