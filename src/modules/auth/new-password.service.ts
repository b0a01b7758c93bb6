import type { Context } from '../../context.js';
import { badField } from '../../core/errors.js';
import { recordEvent } from '../audit/audit.service.js';
import type { User } from '../user/user.entity.js';
import { OneTimeToken, TokenPurpose } from './one-time-token.entity.js';
import { hashPassword, passwordProblem } from './password.js';
import { type PasswordNotice, passwordNotice } from './password-notice.service.js';
import { endSessions } from './session.service.js';

/** What an attacker would try first as somebody's password. */
type Names = { username: string; displayName?: string | null; email?: string | null };

/** The hash of a new password, given in the input field `field`; throws BAD_USER_INPUT when it will not do. */
export async function hashNewPassword(password: string, field: string, names: Names): Promise<string> {
  const { username, displayName, email } = names;
  const words = [username, displayName, email?.split('@')[0]].filter((name) => name != null);
  const problem = passwordProblem(password, words);
  if (problem) throw badField(['input', field], problem.code, problem.message);
  return hashPassword(password);
}

/**
 * Gives a user another password. Whatever proved the account until now does so no longer, and the user is told by
 * mail. The caller has locked the row.
 */
export async function setPassword(
  tx: Context,
  user: User,
  passwordHash: string,
  what: PasswordNotice['what'],
): Promise<void> {
  user.passwordHash = passwordHash;
  await endSessions(tx, user.id);
  await tx.em.nativeDelete(OneTimeToken, { user: user.id, purpose: TokenPurpose.RESET_PASSWORD });
  await tx.jobs.enqueue(tx.em, passwordNotice, { userId: user.id, what, at: tx.now.toISOString() });
  const action = what === 'passwordReset' ? 'password-reset' : 'password-changed';
  await recordEvent(tx, action, { actorId: user.id, subjectId: user.id });
}
