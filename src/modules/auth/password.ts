import bcrypt from 'bcrypt';
import pLimit from 'p-limit';
import type { FieldError } from '../../core/errors.js';
import { weakness } from './password-strength.js';

const cost = 12;
const mostBytes = 72;
const leastCharacters = 8;

/** The hash of a password that nobody knows: checking against it takes as long as checking a real one. */
const nobodysHash = '$2b$12$A8wNkYgWPr6ifmYpduor8uhOeHN7vffXg8oREbkh1LbLk9PM0SKEa';

/**
 * bcrypt works on the few threads that connections to the database need as well, so only some may be taken.
 * Those who wait are served in turn.
 */
const turn = pLimit(2);

export const hashPassword = (password: string): Promise<string> => turn(() => bcrypt.hash(password, cost));

/** Whether the password is right; a missing hash takes the same time and is never right. */
export async function isPasswordRight(password: string, hash: string | undefined): Promise<boolean> {
  const matches = await turn(() => bcrypt.compare(password, hash ?? nobodysHash));
  // bcrypt reads 72 bytes and ignores the rest: a longer text is another password.
  return matches && hash !== undefined && Buffer.byteLength(password) <= mostBytes;
}

/** Why a new password will not do, or null. `names` are words that an attacker would try first. */
export function passwordProblem(password: string, names: string[]): Omit<FieldError, 'path'> | null {
  if ([...password].length < leastCharacters) {
    return { code: 'TOO_SHORT', message: `A password has at least ${leastCharacters} characters.` };
  }
  if (Buffer.byteLength(password) > mostBytes) {
    return { code: 'TOO_LONG', message: `A password has at most ${mostBytes} bytes in UTF-8.` };
  }
  const weak = weakness(password, [...names, 'inkstone']);
  return weak && { code: weak.isCommon ? 'TOO_COMMON' : 'TOO_GUESSABLE', message: weak.message };
}
