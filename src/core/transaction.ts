import { ForeignKeyConstraintViolationException, UniqueConstraintViolationException } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { AppError } from './errors.js';

type Scope = { em: EntityManager; forget: () => void };

/**
 * Runs `work` in one transaction on an entity manager of its own: what it changed is flushed and committed
 * when it returns, and undone when it throws. Throws NOT_FOUND when what something new belongs to, its author for
 * example, is deleted meanwhile.
 */
export async function inTransaction<C extends Scope, T>(ctx: C, work: (tx: C) => Promise<T>): Promise<T> {
  const result = await ctx.em
    .fork()
    .transactional((em) => work(within(ctx, em as EntityManager)))
    .catch(reportMissingOwner);
  ctx.forget();
  return result;
}

/** The same context but for the entity manager; its getters stay as they are. */
const within = <C extends Scope>(ctx: C, em: EntityManager): C => Object.create(ctx, { em: { value: em } });

/** Only for what is new: that something cannot be deleted because others belong to it is a bug of ours. */
function reportMissingOwner(error: unknown): never {
  if (!(error instanceof ForeignKeyConstraintViolationException)) throw error;
  if (!error.message.includes('insert or update on table')) throw error;
  throw new AppError('NOT_FOUND', 'What this belongs to was deleted meanwhile.');
}

/** The unique constraint that a write ran into, by name; null for every other error. */
export function takenConstraint(error: unknown): string | null {
  if (!(error instanceof UniqueConstraintViolationException)) return null;
  // Only the first line: further down PostgreSQL repeats the caller's values.
  return /constraint "(\w+)"/.exec(error.message.split('\n')[0] ?? '')?.[1] ?? '';
}

/** Callers that name the same thing pass one at a time; the lock ends with the transaction. */
export async function lockName(em: EntityManager, name: string): Promise<void> {
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [name]);
}
