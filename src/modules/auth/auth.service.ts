import { LockMode } from '@mikro-orm/core';
import type { Context, Viewer } from '../../context.js';
import { AppError, badField } from '../../core/errors.js';
import { type Locale, preferredLocale } from '../../core/locale.js';
import { inTransaction } from '../../core/transaction.js';
import { recordEvent } from '../audit/audit.service.js';
import { Role, User, UserStatus } from '../user/user.entity.js';
import { reportTakenName, usernameKey } from '../user/user.service.js';
import type { LoginInput, RegisterInput } from './auth.input.js';
import type { AuthPayload } from './auth-payload.js';
import { sendVerification } from './email-verification.service.js';
import { hashNewPassword } from './new-password.service.js';
import { isPasswordRight } from './password.js';
import { limitGuesses } from './password-guess.service.js';
import { endSession, endSessions, renewSession, startSession } from './session.service.js';

export async function register(ctx: Context, input: RegisterInput): Promise<AuthPayload> {
  await ctx.limits.spend('register', ctx.client);
  const create = await newAccount(input, Role.USER);
  return signIn(ctx, async (tx) => {
    const user = await create(tx, preferredLocale(tx.acceptLanguage));
    await sendVerification(tx, user);
    return user;
  }).catch(reportTakenName);
}

/**
 * Checks the password of a new account and returns what makes it, in a transaction; throws BAD_USER_INPUT. Names
 * that are taken show when it is made: see `reportTakenName`.
 */
export async function newAccount(input: RegisterInput, role: Role) {
  const passwordHash = await hashNewPassword(input.password, 'password', input);
  return async (tx: Pick<Context, 'em' | 'now' | 'log'>, locale: Locale): Promise<User> => {
    const user = tx.em.create(User, {
      username: input.username,
      usernameKey: usernameKey(input.username),
      displayName: input.displayName ?? input.username,
      email: input.email?.toLowerCase() ?? null,
      locale,
      passwordHash,
      role,
      createdAt: tx.now,
      updatedAt: tx.now,
    });
    await tx.em.flush();
    await recordEvent(tx, 'register', { actorId: user.id, subjectId: user.id });
    return user;
  };
}

export async function login(ctx: Context, input: LoginInput): Promise<AuthPayload> {
  const user = await ctx.em.findOne(User, accountNamed(input.username), { populate: ['passwordHash'] });
  const account = user?.id ?? usernameKey(input.username);
  const proved = await limitGuesses(ctx, account, () => proves(ctx, user, input.password));
  if (!user || !proved) throw wrongLogin();
  return signIn(ctx, async (tx) => {
    // The password may have been changed while it was checked: whoever knows only the old one stays out.
    const { id, passwordHash, status } = user;
    const same = await tx.em.findOne(
      User,
      { id, passwordHash, status },
      { lockMode: LockMode.PESSIMISTIC_READ },
    );
    if (!same) throw wrongLogin();
    await recordEvent(tx, 'login', { actorId: id, subjectId: id });
    return same;
  });
}

/** Whether the password lets this user in; it takes as long when there is none. */
async function proves(ctx: Context, user: User | null, password: string): Promise<boolean> {
  const right = await isPasswordRight(password, user?.passwordHash);
  if (right && user?.status === UserStatus.ACTIVE) return true;
  await recordEvent(ctx, 'login-failed', { subjectId: user?.id });
  return false;
}

const wrongLogin = (): AppError => new AppError('UNAUTHENTICATED', 'The username or the password is wrong.');

/** Starts a session for the user that `find` returns. */
export async function signIn(ctx: Context, find: (tx: Context) => Promise<User>): Promise<AuthPayload> {
  return welcome(ctx, await inTransaction(ctx, async (tx) => startSession(tx, await find(tx))));
}

/** Whoever has just proved who they are sees the answer as themselves, and has the refresh token where they want it. */
function welcome(ctx: Context, payload: AuthPayload, inCookie = ctx.refreshCookie.isWanted): AuthPayload {
  ctx.viewer = payload.viewer;
  if (!inCookie || !payload.refreshToken) return payload;
  ctx.refreshCookie.keep(payload.refreshToken, payload.refreshTokenExpiresAt);
  return { ...payload, refreshToken: null };
}

/** A username has no `@`, so a name with one can only be an e-mail address. */
const accountNamed = (name: string) =>
  name.includes('@') ? { email: name.toLowerCase() } : { usernameKey: usernameKey(name) };

/** Renews by the token that was given, or else by the one in the cookie, where its successor goes. */
export async function refresh(ctx: Context, given: string | null): Promise<AuthPayload> {
  await ctx.limits.spend('refresh', ctx.client);
  const { refreshCookie } = ctx;
  const token = given ?? refreshCookie.token;
  if (!token) {
    const message =
      'Send the refresh token that the last sign-in or refresh returned, or the cookie that has it.';
    throw badField(['refreshToken'], 'REQUIRED', message);
  }
  const inCookie = given == null || refreshCookie.isWanted;
  try {
    return welcome(ctx, await renewSession(ctx, token), inCookie);
  } catch (error) {
    if (given == null && error instanceof AppError) refreshCookie.forget();
    throw error;
  }
}

export async function logout(ctx: Context): Promise<boolean> {
  const { id, sessionId } = ctx.viewer as Viewer;
  await inTransaction(ctx, async (tx) => {
    await endSession(tx, sessionId);
    await recordEvent(tx, 'logout', { subjectId: id });
  });
  return farewell(ctx);
}

export async function logoutEverywhere(ctx: Context): Promise<boolean> {
  const { id } = ctx.viewer as Viewer;
  await inTransaction(ctx, async (tx) => {
    await endSessions(tx, id);
    await recordEvent(tx, 'logout', { subjectId: id, detail: 'everywhere' });
  });
  return farewell(ctx);
}

function farewell(ctx: Context): true {
  ctx.viewer = null;
  if (ctx.refreshCookie.isWanted) ctx.refreshCookie.forget();
  return true;
}
