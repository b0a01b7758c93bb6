import { LockMode, ref } from '@mikro-orm/core';
import type { Context, Viewer } from '../../context.js';
import { AppError } from '../../core/errors.js';
import { inTransaction } from '../../core/transaction.js';
import { loadedRow } from '../../read/resolving.js';
import { recordEvent } from '../audit/audit.service.js';
import { type User, UserStatus } from '../user/user.entity.js';
import { type AccessTokens, invalidToken, revokedToken } from './access-token.js';
import type { AuthPayload } from './auth-payload.js';
import { RefreshToken } from './refresh-token.entity.js';
import { hashRefreshToken, newRefreshToken } from './refresh-token.js';
import { Session } from './session.entity.js';
import type { SessionFinder } from './session-cache.js';

const lifetimeMs = 30 * 24 * 60 * 60 * 1000;

/** Requests sent side by side with one token all get its successor; later than this, a second use is a theft. */
const sharedUseMs = 10_000;

/** Signs `user` in on a new session; expired sessions of the user are cleared away with their tokens. */
export async function startSession(tx: Context, user: User): Promise<AuthPayload> {
  await tx.em.nativeDelete(Session, { user: user.id, expiresAt: { $lt: tx.now } });
  const session = tx.em.create(Session, {
    user: ref(user),
    userAgent: tx.userAgent,
    createdAt: tx.now,
    lastUsedAt: tx.now,
    expiresAt: expiry(tx.now),
  });
  return issueTokens(tx, session, user, newRefreshToken());
}

const expiry = (now: Date): Date => new Date(now.getTime() + lifetimeMs);

function issueTokens(tx: Context, session: Session, user: User, refreshToken: string): AuthPayload {
  tx.em.create(RefreshToken, {
    hash: hashRefreshToken(refreshToken),
    session: ref(session),
    createdAt: tx.now,
  });
  return payload(tx, session, user, refreshToken);
}

function payload(tx: Context, session: Session, user: User, refreshToken: string): AuthPayload {
  const viewer = { id: user.id, role: user.role, sessionId: session.id, user };
  const access = tx.tokens.issue(viewer, tx.now);
  return {
    accessToken: access.token,
    accessTokenExpiresAt: access.expiresAt,
    refreshToken,
    refreshTokenExpiresAt: session.expiresAt,
    user,
    viewer,
  };
}

/** Exchanges a refresh token for its successor; throws UNAUTHENTICATED, and a replayed one ends its session. */
export async function renewSession(ctx: Context, token: string): Promise<AuthPayload> {
  const renewed = await inTransaction(ctx, async (tx) => {
    // The lock lets parallel uses of one token pass one at a time, each seeing what the one before did.
    const used = await tx.em.findOne(
      RefreshToken,
      { hash: hashRefreshToken(token) },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (!used) return null;
    const session = await tx.em.findOneOrFail(Session, used.session.id, { populate: ['user'] });
    const user = session.user.unwrap();
    if (!isAlive(session, tx.now) || user.status !== UserStatus.ACTIVE) return null;
    if (!used.usedAt) return await rotate(tx, used, session, user, token);
    if (tx.now.getTime() - used.usedAt.getTime() <= sharedUseMs) {
      return payload(tx, session, user, tx.successorOf(token));
    }
    session.revokedAt = tx.now;
    await recordEvent(tx, 'refresh-token-replayed', { actorId: null, subjectId: user.id });
    return null;
  });
  // Thrown out here, because the end of the session must be committed.
  if (!renewed)
    throw new AppError('UNAUTHENTICATED', 'The refresh token is not valid any more. Sign in again.');
  return renewed;
}

async function rotate(
  tx: Context,
  used: RefreshToken,
  session: Session,
  user: User,
  token: string,
): Promise<AuthPayload> {
  // A token this old has expired: to recognise its replay is of no use any more.
  const outlived = new Date(tx.now.getTime() - lifetimeMs);
  await tx.em.nativeDelete(RefreshToken, { session: session.id, createdAt: { $lt: outlived } });
  used.usedAt = tx.now;
  session.lastUsedAt = tx.now;
  session.expiresAt = expiry(tx.now);
  return issueTokens(tx, session, user, tx.successorOf(token));
}

const isAlive = (session: Session, now: Date): boolean =>
  session.revokedAt === null && session.expiresAt > now;

/** Ends a session: from the next request on its tokens are refused everywhere. */
export async function endSession(ctx: Context, id: string): Promise<void> {
  await ctx.em.nativeUpdate(Session, { id, revokedAt: null }, { revokedAt: ctx.now });
}

/**
 * The user that an Authorization header proves. A bad one is refused and never counts as a guest: throws
 * UNAUTHENTICATED, TOKEN_EXPIRED or TOKEN_REVOKED.
 */
export async function authenticate(
  findSession: SessionFinder,
  tokens: AccessTokens,
  authorization: string,
  now: Date,
): Promise<Viewer> {
  const [, token] = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization) ?? [];
  if (!token) throw invalidToken();
  const claims = tokens.verify(token, now);
  const session = await findSession(claims.sid);
  const user = session && loadedRow(session.user);
  if (!user || !isAlive(session, now) || !mayUse(user, claims.sub)) throw revokedToken();
  return { id: user.id, role: user.role, sessionId: session.id, user };
}

const mayUse = (user: User, subject: string): boolean =>
  user.id === subject && user.status === UserStatus.ACTIVE;
