import { LockMode, ref } from '@mikro-orm/core';
import type { Context, Viewer } from '../../context.js';
import { AppError, notFound } from '../../core/errors.js';
import { isId } from '../../core/id.js';
import { hashToken, newToken } from '../../core/opaque-token.js';
import { inTransaction } from '../../core/transaction.js';
import { loadedRow } from '../../read/resolving.js';
import { recordEvent } from '../audit/audit.service.js';
import { type User, UserStatus } from '../user/user.entity.js';
import { type AccessTokens, invalidToken, revokedToken } from './access-token.js';
import type { AuthPayload } from './auth-payload.js';
import { RefreshToken } from './refresh-token.entity.js';
import { Session } from './session.entity.js';
import type { SessionFinder } from './session-cache.js';

const lifetimeMs = 30 * 24 * 60 * 60 * 1000;

/** Nobody has more devices; scripts that sign in again and again do not make the answer grow. */
const mostListed = 100;

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
  return issueTokens(tx, session, user, newToken());
}

const expiry = (now: Date): Date => new Date(now.getTime() + lifetimeMs);

function issueTokens(tx: Context, session: Session, user: User, refreshToken: string): AuthPayload {
  tx.em.create(RefreshToken, {
    hash: hashToken(refreshToken),
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
      { hash: hashToken(token) },
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

/** Ends a session, if it is still alive; says whether it was. Its tokens are refused from the next request on. */
export async function endSession(ctx: Context, id: string, owner?: string): Promise<boolean> {
  const where = { id, revokedAt: null, ...(owner && { user: owner }) };
  return (await ctx.em.nativeUpdate(Session, where, { revokedAt: ctx.now })) > 0;
}

/** Ends the sessions of a user, all or all but one. */
export async function endSessions(
  ctx: Context,
  userId: string,
  { except }: { except?: string } = {},
): Promise<void> {
  const where = { user: userId, revokedAt: null, ...(except && { id: { $ne: except } }) };
  await ctx.em.nativeUpdate(Session, where, { revokedAt: ctx.now });
}

/** The viewer's living sessions, the one that was used last first. */
export async function listSessions(ctx: Context): Promise<Session[]> {
  const where = { user: (ctx.viewer as Viewer).id, revokedAt: null, expiresAt: { $gt: ctx.now } };
  return ctx.em.find(Session, where, { orderBy: { lastUsedAt: 'desc', id: 'desc' }, limit: mostListed });
}

/** Ends one of the viewer's own sessions; throws NOT_FOUND when it is not theirs or has ended. */
export async function revokeSession(ctx: Context, id: string): Promise<boolean> {
  const { id: owner } = ctx.viewer as Viewer;
  return inTransaction(ctx, async (tx) => {
    if (!isId(id) || !(await endSession(tx, id, owner))) throw notFound('Session');
    await recordEvent(tx, 'session-revoked', { subjectId: owner });
    return true;
  });
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
