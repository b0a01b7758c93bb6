import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, Viewer } from '../../context.js';
import { badField, forbidden } from '../../core/errors.js';
import { preferredLocale } from '../../core/locale.js';
import { inTransaction } from '../../core/transaction.js';
import { recordEvent } from '../audit/audit.service.js';
import { hasAdmin, lockAdmins } from '../user/admin.service.js';
import { Role, User } from '../user/user.entity.js';
import { lockUser, reportTakenName } from '../user/user.service.js';
import { removeUser } from '../user/user-removal.service.js';
import type { CreateFirstAdminInput } from './account.input.js';
import type { RegisterInput } from './auth.input.js';
import { newAccount, signIn } from './auth.service.js';
import type { AuthPayload } from './auth-payload.js';
import { sendVerification } from './email-verification.service.js';
import { isPasswordRight } from './password.js';
import { limitGuesses } from './password-guess.service.js';

/** Makes an admin and signs in, for whoever holds the setup link; FORBIDDEN once there is an admin. */
export async function createFirstAdmin(ctx: Context, input: CreateFirstAdminInput): Promise<AuthPayload> {
  if (!isSame(input.token, ctx.setupToken) || (await hasAdmin(ctx))) throw deadLink();
  const create = await newAccount(input, Role.ADMIN);
  const payload = await signIn(ctx, async (tx) => {
    await lockAdmins(tx);
    if (await hasAdmin(tx)) throw deadLink();
    const user = await create(tx, preferredLocale(tx.acceptLanguage));
    await sendVerification(tx, user);
    await recordEvent(tx, 'role-changed', { actorId: user.id, subjectId: user.id, detail: 'first admin' });
    return user;
  }).catch(reportTakenName);
  return payload;
}

/** One text for a wrong link and for one that has done its work. */
const deadLink = () => forbidden('This setup link is not valid, or there is an admin already.');

/** Compares digests, so that the time it takes says nothing of where two texts differ. */
function isSame(text: string, secret: string): boolean {
  const digest = (of: string) => createHash('sha256').update(of).digest();
  return timingSafeEqual(digest(text), digest(secret));
}

/** Makes one more admin, for the operator, who needs no leave. */
export async function createAdmin(
  ctx: Pick<Context, 'em' | 'now' | 'log' | 'forget'>,
  input: RegisterInput,
): Promise<User> {
  const create = await newAccount(input, Role.ADMIN);
  return inTransaction(ctx, async (tx) => {
    await lockAdmins(tx);
    return create(tx, preferredLocale());
  }).catch(reportTakenName);
}

/** Deletes the viewer's own account: see `removeUser`. */
export async function deleteAccount(ctx: Context, password: string): Promise<string> {
  const { id } = ctx.viewer as Viewer;
  const user = await ctx.em.findOne(User, id, { populate: ['passwordHash'] });
  if (!(await limitGuesses(ctx, id, () => isPasswordRight(password, user?.passwordHash)))) {
    throw badField(['password'], 'WRONG', 'The password is wrong.');
  }
  await inTransaction(ctx, async (tx) => removeUser(tx, await lockUser(tx, id)));
  ctx.viewer = null;
  return id;
}
