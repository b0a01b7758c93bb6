import { LockMode } from '@mikro-orm/core';
import type { Context } from '../../context.js';
import { type AppError, badField, type FieldError } from '../../core/errors.js';
import { hashToken, newToken } from '../../core/opaque-token.js';
import { User, UserStatus } from '../user/user.entity.js';
import { OneTimeToken, type TokenPurpose } from './one-time-token.entity.js';

const minute = 60_000;

const lifetimes: Record<TokenPurpose, number> = {
  CONFIRM_EMAIL: 24 * 60 * minute,
  RESET_PASSWORD: 30 * minute,
};

/** A new token to be sent to `email`, an address of the user; an older one of the same purpose stops working. */
export async function issueToken(
  tx: Context,
  userId: string,
  email: string,
  purpose: TokenPurpose,
): Promise<string> {
  const token = newToken();
  const expiresAt = new Date(tx.now.getTime() + lifetimes[purpose]);
  await tx.em.upsert(OneTimeToken, { user: userId, purpose, hash: hashToken(token), email, expiresAt });
  return token;
}

/** Whose token it is; null when it is unknown, used or expired, or has outlived the address it was sent to. */
export async function userOfToken(
  ctx: Context,
  token: string,
  purpose: TokenPurpose,
  lockMode?: LockMode,
): Promise<User | null> {
  const hash = hashToken(token);
  const found = await ctx.em.findOne(OneTimeToken, { hash, purpose, expiresAt: { $gt: ctx.now } });
  if (!found) return null;
  const { user, email } = found;
  return ctx.em.findOne(User, { id: user.id, email, status: UserStatus.ACTIVE }, { lockMode });
}

/** Uses a token up and returns its user, locked. Of many callers with one token all but one get null. */
export async function spendToken(tx: Context, token: string, purpose: TokenPurpose): Promise<User | null> {
  const user = await userOfToken(tx, token, purpose, LockMode.PESSIMISTIC_WRITE);
  const spent = user ? await tx.em.nativeDelete(OneTimeToken, { hash: hashToken(token) }) : 0;
  return spent === 1 ? user : null;
}

/** One text for everything that is wrong with a token, so that a guesser learns nothing. */
export const deadLink = (path: FieldError['path']): AppError =>
  badField(path, 'TOKEN', 'This link does not work any more. Ask for a new one.');
