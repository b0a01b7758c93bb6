import type { Context, Viewer } from '../../context.js';
import { AppError, badField, conflict, type FieldError } from '../../core/errors.js';
import { inTransaction, takenConstraint } from '../../core/transaction.js';
import { recordEvent } from '../audit/audit.service.js';
import { User, UserStatus } from '../user/user.entity.js';
import { usernameKey } from '../user/user.service.js';
import type { LoginInput, RegisterInput } from './auth.input.js';
import type { AuthPayload } from './auth-payload.js';
import { hashPassword, isPasswordRight, passwordProblem } from './password.js';
import { limitGuesses } from './password-guess.service.js';
import { endSession, renewSession, startSession } from './session.service.js';

export async function register(ctx: Context, input: RegisterInput): Promise<AuthPayload> {
  await ctx.limits.spend('register', ctx.client);
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
    await recordEvent(tx, 'register', { actorId: user.id, subjectId: user.id });
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
  const account = user?.id ?? usernameKey(input.username);
  const proved = await limitGuesses(ctx, account, () => proves(ctx, user, input.password));
  if (!user || !proved) throw new AppError('UNAUTHENTICATED', 'The username or the password is wrong.');
  return signIn(ctx, async (tx) => {
    await recordEvent(tx, 'login', { actorId: user.id, subjectId: user.id });
    return tx.em.findOneOrFail(User, user.id);
  });
}

/** Whether the password lets this user in; it takes as long when there is none. */
async function proves(ctx: Context, user: User | null, password: string): Promise<boolean> {
  const right = await isPasswordRight(password, user?.passwordHash);
  if (right && user?.status === UserStatus.ACTIVE) return true;
  await recordEvent(ctx, 'login-failed', { subjectId: user?.id });
  return false;
}

/** Starts a session for the user that `find` returns. */
async function signIn(ctx: Context, find: (tx: Context) => Promise<User>): Promise<AuthPayload> {
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
  await ctx.limits.spend('refresh', ctx.client);
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
  const { id, sessionId } = ctx.viewer as Viewer;
  await inTransaction(ctx, async (tx) => {
    await endSession(tx, sessionId);
    await recordEvent(tx, 'logout', { subjectId: id });
  });
  ctx.viewer = null;
  return true;
}
