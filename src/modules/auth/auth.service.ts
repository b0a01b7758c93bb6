import type { Context, Viewer } from '../../context.js';
import { AppError, badField, conflict, type FieldError } from '../../core/errors.js';
import { inTransaction, takenConstraint } from '../../core/transaction.js';
import { User, UserStatus } from '../user/user.entity.js';
import { usernameKey } from '../user/user.service.js';
import type { LoginInput, RegisterInput } from './auth.input.js';
import type { AuthPayload } from './auth-payload.js';
import { hashPassword, isPasswordRight, passwordProblem } from './password.js';
import { endSession, endSessions, renewSession, startSession } from './session.service.js';

export async function register(ctx: Context, input: RegisterInput): Promise<AuthPayload> {
  checkNewPassword(input);
  const passwordHash = await hashPassword(input.password);
  return signIn(ctx, async (tx) => {
    const user = tx.em.create(User, {
      username: input.username,
      usernameKey: usernameKey(input.username),
      displayName: input.displayName ?? input.username,
      email: input.email?.toLowerCase() ?? null,
      passwordHash,
      createdAt: tx.now,
      updatedAt: tx.now,
    });
    await tx.em.flush();
    return user;
  }).catch(reportTakenName);
}

function checkNewPassword(input: RegisterInput): void {
  const names = [input.username, input.displayName, input.email?.split('@')[0]];
  const problem = passwordProblem(
    input.password,
    names.filter((name) => name != null),
  );
  if (problem) throw badField(['input', 'password'], problem.code, problem.message);
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
  if (!user || !right || user.status !== UserStatus.ACTIVE) {
    throw new AppError('UNAUTHENTICATED', 'The username or the password is wrong.');
  }
  ctx.log.info({ event: 'login', userId: user.id }, 'signed in');
  return signIn(ctx, (tx) => tx.em.findOneOrFail(User, user.id));
}

/** Starts a session for the user that `find` returns. */
async function signIn(ctx: Context, find: (tx: Context) => Promise<User>): Promise<AuthPayload> {
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
  await endSession(ctx, (ctx.viewer as Viewer).sessionId);
  return farewell(ctx);
}

export async function logoutEverywhere(ctx: Context): Promise<boolean> {
  await endSessions(ctx, (ctx.viewer as Viewer).id);
  return farewell(ctx);
}

function farewell(ctx: Context): true {
  ctx.viewer = null;
  if (ctx.refreshCookie.isWanted) ctx.refreshCookie.forget();
  return true;
}
