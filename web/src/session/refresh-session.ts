import { readSavedSession, type SavedSession } from './saved-session';
import { sendRefresh } from './send-refresh';
import { beginSession, endSession } from './session-store';

let running: Promise<boolean> | null = null;

/**
 * Exchanges the refresh token once, however many requests ask for it meanwhile.
 * true: a fresh access token is in place; false: the server refused, and the session is over.
 * Rejects when the server could not be asked: the session is then kept.
 */
export function refreshSession(): Promise<boolean> {
  running ??= oneTabAtATime(exchange).finally(() => {
    running = null;
  });
  return running;
}

async function exchange(): Promise<boolean> {
  // Read inside the lock: another tab may have rotated the token while this one waited.
  const saved = readSavedSession();
  if (!saved) return giveUp();
  const answer = await sendRefresh(saved.refreshToken);
  // Somebody signed out or in while the answer was under way: theirs is the session that counts.
  if (!isStillSaved(saved)) return exchange();
  if (answer === 'refused') return giveUp();
  beginSession(answer.credentials);
  return true;
}

function giveUp(): false {
  endSession();
  return false;
}

function isStillSaved(saved: SavedSession): boolean {
  const now = readSavedSession();
  return now?.userId === saved.userId && now.refreshToken === saved.refreshToken;
}

/** Refresh tokens rotate, so two tabs should not spend the same one. */
function oneTabAtATime(task: () => Promise<boolean>): Promise<boolean> {
  // Locks exist only in secure contexts; without them the server's grace period has to do.
  return navigator.locks ? navigator.locks.request('inkstone.refresh', task) : task();
}
