import { createHash } from 'node:crypto';
import type { Context, JobContext, Viewer } from '../../context.js';
import { AppError, conflict } from '../../core/errors.js';
import { lockName } from '../../core/transaction.js';
import type { JobKind } from '../../platform/jobs.js';
import { IdempotencyKey } from './idempotency-key.entity.js';

const keptSeconds = 24 * 60 * 60;
const secondsBetweenSweeps = 60 * 60;

/** Enough for any post with its content and its HTML; what asks for more is a list. */
const longestAnswer = 1_000_000;

/** A key as it was sent, and what it was sent with. */
export type Attempt = { key: string; request: string };

/** Throws BAD_REQUEST for what cannot be a key. `question` is all that decides what a mutation does. */
export function attemptOf(key: string, question: unknown): Attempt {
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
    const message = 'An Idempotency-Key has 1 to 255 visible ASCII characters, for example a UUID.';
    throw new AppError('BAD_REQUEST', message, { http: { status: 400 } });
  }
  return { key, request: createHash('sha256').update(JSON.stringify(question)).digest('base64url') };
}

/**
 * What the viewer was answered when they made this attempt before, as JSON; null when they have not. Others of the
 * same key wait until this transaction ends. Throws CONFLICT when the key was used for something else.
 */
export async function earlierAnswer(tx: Context, { key, request }: Attempt): Promise<string | null> {
  const { id: user } = tx.viewer as Viewer;
  await lockName(tx.em, `idempotency key ${user} ${key}`);
  const known = await tx.em.findOne(IdempotencyKey, { user, key, createdAt: { $gt: outlived(tx.now) } });
  if (known && known.request !== request) {
    throw conflict('This Idempotency-Key was used for another request. Take a new one for each new request.');
  }
  return known?.answer ?? null;
}

const outlived = (now: Date): Date => new Date(now.getTime() - keptSeconds * 1_000);

/** The key may be there and outlived; the user may have been deleted by this very mutation, and all keys with them. */
const statement = `
  insert into idempotency_keys (user_id, key, request, answer, created_at)
  select id, ?, ?, ?, ? from users where id = ?
  on conflict (user_id, key) do update
  set request = excluded.request, answer = excluded.answer, created_at = excluded.created_at`;

/** Keeps an answer for a day. Throws QUERY_TOO_COMPLEX, so that nothing is done, when it is too long for that. */
export async function keepAnswer(tx: Context, { key, request }: Attempt, answer: string): Promise<void> {
  if (answer.length > longestAnswer) {
    const message = `With an Idempotency-Key an answer has at most ${longestAnswer} characters. Select less.`;
    throw new AppError('QUERY_TOO_COMPLEX', message);
  }
  await tx.em.execute(statement, [key, request, answer, tx.now, (tx.viewer as Viewer).id]);
  // Each hour's first answer sees to it that all of that hour go when the last has outlived its day.
  const throttle = {
    key: 'hourly',
    seconds: secondsBetweenSweeps,
    after: keptSeconds + secondsBetweenSweeps,
  };
  await tx.jobs.enqueue(tx.em, keySweep, {}, throttle);
}

/** Deletes keys that have outlived their day. */
export const keySweep: JobKind<object, JobContext> = {
  name: 'idempotency-key-sweep',
  retries: 20,
  run: async ({ em, now }) => {
    await em.nativeDelete(IdempotencyKey, { createdAt: { $lte: outlived(now) } });
  },
};
