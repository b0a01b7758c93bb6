import { createHash } from 'node:crypto';
import { type RateLimiterAbstract, RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { rateLimited } from '../core/errors.js';
import type { Counters } from './rate-counters.js';

const minute = 60;
const hour = 60 * minute;

/** What may be done how often: `most` times in `seconds`, from the first time on. RATE_LIMIT_SCALE multiplies `most`. */
const limits = {
  /** By account and client. A right password starts anew. */
  wrongPassword: { most: 5, seconds: 15 * minute },
  /** By client, whatever the account. */
  wrongPasswordOfClient: { most: 25, seconds: 5 * minute },
  /** By account, whatever the client. Beyond it each client has one attempt left: see `password-guess.service.ts`. */
  wrongPasswordOfAccount: { most: 50, seconds: 15 * minute },
  /** By client. */
  register: { most: 20, seconds: hour },
  /** By client. */
  refresh: { most: 120, seconds: minute },
  /** By client. */
  requestPasswordReset: { most: 20, seconds: hour },
  /** By e-mail address, known or not. */
  passwordResetMail: { most: 5, seconds: hour },
  /** By user; a request brings up to ten files. */
  upload: { most: 500, seconds: hour },
  /** By client. */
  resetPassword: { most: 20, seconds: hour },
  /** By user: what is written or changed. */
  comment: { most: 30, seconds: 10 * minute },
};

type LimitName = keyof typeof limits;

/** How much of a limit is spent. */
type Spent = {
  count: number;
  /** Whether it was done more often than allowed. */
  isOver: boolean;
  /** Seconds until it counts from zero again, at least 1. */
  seconds: number;
};

/**
 * Counts what is limited, for all processes together. `by` is whose count it is, such as the client's; it is stored
 * as a hash, because people type passwords where names belong.
 */
export type RateLimits = {
  /** Counts one more; throws RATE_LIMITED when it is one too many. */
  spend: (limit: LimitName, ...by: string[]) => Promise<void>;
  /** Counts one more and leaves it to the caller what follows. */
  add: (limit: LimitName, ...by: string[]) => Promise<Spent>;
  /** Counts nothing. */
  look: (limit: LimitName, ...by: string[]) => Promise<Spent>;
  /** Starts from zero. */
  forget: (limit: LimitName, ...by: string[]) => Promise<void>;
};

/** Limits on these counters; while they cannot be used, each process counts for itself. */
export function createRateLimits(counters: Counters, scale: number): RateLimits {
  const limiters = Object.fromEntries(
    Object.entries(limits).map(([name, { most, seconds }]) => {
      const options = { keyPrefix: `inkstone:limit:${name}`, points: most * scale, duration: seconds };
      return [name, counters({ ...options, insuranceLimiter: new RateLimiterMemory(options) })];
    }),
  ) as Record<LimitName, RateLimiterAbstract>;

  async function measure(name: LimitName, by: string[], ask: 'penalty' | 'get'): Promise<Spent> {
    const limiter = limiters[name];
    return spentOf(limiter, await current(limiter, keyOf(by), ask));
  }

  return {
    spend: async (name, ...by) => {
      const { isOver, seconds } = await measure(name, by, 'penalty');
      if (isOver) throw rateLimited(seconds);
    },
    add: (name, ...by) => measure(name, by, 'penalty'),
    look: (name, ...by) => measure(name, by, 'get'),
    forget: async (name, ...by) => void (await limiters[name].delete(keyOf(by))),
  };
}

const keyOf = (by: string[]): string => createHash('sha256').update(JSON.stringify(by)).digest('base64url');

/** How far the clocks of processes may be apart. */
const clockToleranceMs = 60_000;

/** A count that ends later than it can was begun before a clock was set back: it must not hold for all that time. */
async function current(
  limiter: RateLimiterAbstract,
  key: string,
  ask: 'penalty' | 'get',
): Promise<RateLimiterRes | null> {
  const found = await limiter[ask](key);
  if (!found || found.msBeforeNext <= limiter.msDuration + clockToleranceMs) return found;
  await limiter.delete(key);
  return limiter[ask](key);
}

const spentOf = ({ points }: RateLimiterAbstract, found: RateLimiterRes | null): Spent => ({
  count: found?.consumedPoints ?? 0,
  isOver: found !== null && found.consumedPoints > points,
  seconds: Math.max(1, Math.ceil((found?.msBeforeNext ?? 0) / 1_000)),
});
