import { LRUCache } from 'lru-cache';
import pLimit, { type LimitFunction } from 'p-limit';
import type { Context } from '../../context.js';
import { rateLimited } from '../../core/errors.js';

/**
 * Guesses of one client are made two at a time, so that many sent together are counted before the next are made, and
 * only those of the same client wait for them.
 */
const turns = new LRUCache<string, LimitFunction>({ max: 10_000, memoMethod: () => pLimit(2) });

/**
 * Whether `isRight` finds a guess at an account's password right. Throws RATE_LIMITED when this client, or this one
 * on this account, has guessed wrong too often; then nothing is looked at, so a right guess is refused as well.
 */
export function limitGuesses(
  ctx: Context,
  account: string,
  isRight: () => Promise<boolean>,
): Promise<boolean> {
  return turns.memo(ctx.client)(async () => {
    const wrongBefore = await refuseTooMany(ctx, account);
    const right = await isRight();
    if (!right) await countWrong(ctx, account);
    else if (wrongBefore > 0) await ctx.limits.forget('wrongPassword', account, ctx.client);
    return right;
  });
}

/** How often this client has guessed wrong on this account. */
async function refuseTooMany(ctx: Context, account: string): Promise<number> {
  const [here, ofClient, ofAccount] = await Promise.all([
    ctx.limits.look('wrongPassword', account, ctx.client),
    ctx.limits.look('wrongPasswordOfClient', ctx.client),
    ctx.limits.look('wrongPasswordOfAccount', account),
  ]);
  if (ofClient.isOver) throw rateLimited(ofClient.seconds);
  // Many clients at work on one account get one guess each. So does its owner, who needs no more: nobody can lock
  // them out from elsewhere.
  if (here.isOver || (ofAccount.isOver && here.count > 0)) throw rateLimited(here.seconds);
  return here.count;
}

async function countWrong(ctx: Context, account: string): Promise<void> {
  const [here, ofClient] = await Promise.all([
    ctx.limits.add('wrongPassword', account, ctx.client),
    ctx.limits.add('wrongPasswordOfClient', ctx.client),
    ctx.limits.add('wrongPasswordOfAccount', account),
  ]);
  for (const spent of [here, ofClient]) if (spent.isOver) throw rateLimited(spent.seconds);
}
