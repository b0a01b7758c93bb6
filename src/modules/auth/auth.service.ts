import { LockMode } from '@mikro-orm/core';
import type { Context, Viewer } from '../../context.js';
import { AppError, badField, conflict, type FieldError } from '../../core/errors.js';
import { preferredLocale } from '../../core/locale.js';
import { inTransaction, takenConstraint } from '../../core/transaction.js';
import { User, UserStatus } from '../user/user.entity.js';
import { usernameKey } from '../user/user.service.js';
import type { LoginInput, RegisterInput } from './auth.input.js';
import type { AuthPayload } from './auth-payload.js';
import { sendVerification } from './email-verification.service.js';
import { hashNewPassword } from './new-password.service.js';
import { isPasswordRight } from './password.js';
import { endSession, renewSession, startSession } from './session.service.js';

export async function register(ctx: Context, input: RegisterInput): Promise<AuthPayload> {
  const passwordHash = await hashNewPassword(input.password, 'password', input);
  return signIn(ctx, async (tx) => {
    const user = tx.em.create(User, {
      username: input.username,
      usernameKey: usernameKey(input.username),
      displayName: input.displayName ?? input.username,
      email: input.email?.toLowerCase() ?? null,
      locale: preferredLocale(tx.acceptLanguage),
      passwordHash,
      createdAt: tx.now,
      updatedAt: tx.now,
    });
    await tx.em.flush();
    await sendVerification(tx, user);
    return user;
  }).catch(reportTakenName);
}

/** The unique constraints decide, not a look beforehand: of callers at the same time, one wins. */
function reportTakenName(error: unknown): never {
  const constraint = takenConstraint(error);
  if (constraint === null) throw error;
  const field: FieldError =
    constraint === 'users_email_unique'
      ? { path: ['input', 'email'], code: 'TAKEN', message: 'This e-mail address already has an account.' }
      : { path: ['input', 'username'], code: 'TAKEN', message: 'This username is taken.' };
  throw conflict(field.message, [field]);
}

export async function login(ctx: Context, input: LoginInput): Promise<AuthPayload> {
  const user = await ctx.em.findOne(User, accountNamed(input.username), { populate: ['passwordHash'] });
  const right = await isPasswordRight(input.password, user?.passwordHash);
  if (!user || !right || user.status !== UserStatus.ACTIVE) throw wrongLogin();
  const payload = await signIn(ctx, async (tx) => {
    // The password may have been changed while it was checked: whoever knows only the old one stays out.
    const { id, passwordHash, status } = user;
    const proved = { id, passwordHash, status };
    const same = await tx.em.findOne(User, proved, { lockMode: LockMode.PESSIMISTIC_READ });
    if (!same) throw wrongLogin();
    return same;
  });
  ctx.log.info({ event: 'login', userId: user.id }, 'signed in');
  return payload;
}

const wrongLogin = (): AppError => new AppError('UNAUTHENTICATED', 'The username or the password is wrong.');

/** Starts a session for the user that `find` returns. */
export async function signIn(ctx: Context, find: (tx: Context) => Promise<User>): Promise<AuthPayload> {
  return welcome(ctx, await inTransaction(ctx, async (tx) => startSession(tx, await find(tx))));
}

/** Whoever has just proved who they are sees the answer as themselves. */
function welcome(ctx: Context, payload: AuthPayload): AuthPayload {
  ctx.viewer = payload.viewer;
  return payload;
}

/** A username has no `@`, so a name with one can only be an e-mail address. */
const accountNamed = (name: string) =>
  name.includes('@') ? { email: name.toLowerCase() } : { usernameKey: usernameKey(name) };

export async function refresh(ctx: Context, refreshToken: string | null): Promise<AuthPayload> {
  if (!refreshToken) {
    throw badField(
      ['refreshToken'],
      'REQUIRED',
      'Send the refresh token that the last sign-in or refresh returned.',
    );
  }
  return welcome(ctx, await renewSession(ctx, refreshToken));
}

export async function logout(ctx: Context): Promise<boolean> {
  await endSession(ctx, (ctx.viewer as Viewer).sessionId);
  ctx.viewer = null;
  return true;
}
