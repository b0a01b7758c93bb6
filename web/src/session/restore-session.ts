import { refreshSession } from './refresh-session';
import { onSavedSessionChange } from './saved-session';
import { currentSession, endSession, markRestoring, markUnreachable, sessionUserId } from './session-store';

const retryDelay = 5_000; // milliseconds

/** Called once at the start: picks up the session of before the reload and follows the other tabs. */
export function startSession(): void {
  onSavedSessionChange((saved) => {
    if (!saved) endSession();
    else if (saved.userId !== sessionUserId()) void restoreSession();
  });
  window.addEventListener('online', retryRestore);
  if (currentSession().status === 'restoring') void restoreSession();
}

export function retryRestore(): void {
  if (currentSession().status !== 'unreachable') return;
  markRestoring();
  void restoreSession();
}

async function restoreSession(): Promise<void> {
  try {
    await refreshSession();
  } catch {
    markUnreachable();
    setTimeout(retryRestore, retryDelay);
  }
}
