import { LockMode } from '@mikro-orm/core';
import type { Context, Viewer } from '../../context.js';
import {
  badField,
  conflict,
  type FieldError,
  forbidden,
  notFound,
  signInRequired,
} from '../../core/errors.js';
import { isId } from '../../core/id.js';
import { inTransaction, takenConstraint } from '../../core/transaction.js';
import { exactlyOne } from '../../core/validation.js';
import type { Selection } from '../../read/selection.js';
import { recordEvent } from '../audit/audit.service.js';
import { sendVerification } from '../auth/email-verification.service.js';
import { endSessions } from '../auth/session.service.js';
import { ownImage } from '../image/image.service.js';
import { isActingAdmin, keepAnAdmin } from './admin.service.js';
import { User } from './user.entity.js';
import type { UpdateProfileInput, UpdateUserInput } from './user.input.js';
import { canChangeUser } from './user.policy.js';

/** The signed-in user, who came with the session; null for a guest. */
export const viewerOrNull = (ctx: Context): User | null => ctx.viewer?.user ?? null;

/** Throws UNAUTHENTICATED for a guest. */
export function viewerId(ctx: Context): string {
  if (!ctx.viewer) throw signInRequired();
  return ctx.viewer.id;
}

/** Usernames are the same when they look the same: case and compatibility forms do not count. */
export const usernameKey = (username: string): string => username.normalize('NFKC').toLowerCase();

/** A user by id or username; null when there is none. Profiles are public. */
export async function userOrNull(
  ctx: Context,
  id: string | null,
  username: string | null,
  selection: Selection,
): Promise<User | null> {
  exactlyOne({ id, username });
  if (id != null && !isId(id)) return null;
  const wanted = id != null ? { id } : { usernameKey: usernameKey(username as string) };
  return ctx.read.one(User, wanted, selection);
}

export function updateProfile(ctx: Context, input: UpdateProfileInput): Promise<User> {
  const { avatarId, ...profile } = input;
  return changeUser(ctx, (ctx.viewer as Viewer).id, input, async (tx, user) => {
    await changeProfile(tx, user, profile);
    if (avatarId !== undefined) user.avatarId = (await ownImage(tx, avatarId, 'avatarId'))?.id ?? null;
  });
}

/** Roles and status hold from the next request on: the sessions that began with others end. */
export async function updateUser(ctx: Context, id: string, input: UpdateUserInput): Promise<User> {
  return changeUser(ctx, id, input, async (tx, changing) => {
    if (!canChangeUser(tx.viewer, changing)) throw forbidden('This account cannot be changed.');
    await changeProfile(tx, changing, input);
    await changeAccess(tx, changing, input);
  });
}

/** Loads and locks a user and applies `change`; throws CONFLICT when the new e-mail address is taken. */
function changeUser(
  ctx: Context,
  id: string,
  input: object,
  change: (tx: Context, user: User) => Promise<void>,
): Promise<User> {
  if (Object.values(input).every((value) => value === undefined)) {
    throw badField(['input'], 'REQUIRED', 'Nothing to change: give at least one field.');
  }
  return inTransaction(ctx, async (tx) => {
    const user = await lockUser(tx, id);
    await change(tx, user);
    return user;
  }).catch(reportTakenName);
}

export async function lockUser(tx: Context, id: string): Promise<User> {
  const user = isId(id) ? await tx.em.findOne(User, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
  if (!user) throw notFound('User');
  return user;
}

type Profile = Pick<UpdateProfileInput, 'displayName' | 'bio' | 'email'>;

async function changeProfile(tx: Context, user: User, { displayName, bio, email }: Profile): Promise<void> {
  if (displayName !== undefined) user.displayName = displayName;
  if (bio !== undefined) user.bio = bio;
  if (email !== undefined) await changeEmail(tx, user, email?.toLowerCase() ?? null);
  user.updatedAt = tx.now;
}

/** The one place where an account gets another address. */
async function changeEmail(tx: Context, user: User, email: string | null): Promise<void> {
  if (email === user.email) return;
  user.email = email;
  user.emailVerified = false;
  await recordEvent(tx, 'email-changed', { subjectId: user.id });
  await sendVerification(tx, user);
}

async function recordChange(
  tx: Context,
  action: 'role-changed' | 'status-changed',
  subjectId: string,
  before: string,
  after: string,
): Promise<void> {
  if (before !== after) await recordEvent(tx, action, { subjectId, detail: `${before} → ${after}` });
}

async function changeAccess(tx: Context, user: User, input: UpdateUserInput): Promise<void> {
  const { role = user.role, status = user.status } = input;
  if (role === user.role && status === user.status) return;
  if (!isActingAdmin({ role, status })) await keepAnAdmin(tx, user);
  await recordChange(tx, 'role-changed', user.id, user.role, role);
  await recordChange(tx, 'status-changed', user.id, user.status, status);
  user.role = role;
  user.status = status;
  await endSessions(tx, user.id);
}

/** The unique constraints decide, not a look beforehand: of callers at the same time, one wins. */
export function reportTakenName(error: unknown): never {
  const constraint = takenConstraint(error);
  if (constraint === null) throw error;
  const field: FieldError =
    constraint === 'users_email_unique'
      ? { path: ['input', 'email'], code: 'TAKEN', message: 'This e-mail address already has an account.' }
      : { path: ['input', 'username'], code: 'TAKEN', message: 'This username is taken.' };
  throw conflict(field.message, [field]);
}
