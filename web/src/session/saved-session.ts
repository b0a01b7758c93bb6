/** What survives a reload. The access token does not: it lives in memory only. */
export interface SavedSession {
  userId: string;
  /** null when the server keeps the refresh token in an HttpOnly cookie. */
  refreshToken: string | null;
}

const storageKey = 'inkstone.session';

export function readSavedSession(): SavedSession | null {
  try {
    return parseSavedSession(localStorage.getItem(storageKey));
  } catch {
    return null; // storage is blocked: the session lasts as long as the page
  }
}

export function writeSavedSession(session: SavedSession): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(session));
  } catch {
    // Blocked or full: signing in still works, only not over a reload.
  }
}

export function clearSavedSession(): void {
  try {
    localStorage.removeItem(storageKey);
  } catch {
    // Nothing was saved then.
  }
}

/** Calls back when another tab of this browser signed in, signed out or rotated the refresh token. */
export function onSavedSessionChange(listener: (session: SavedSession | null) => void): void {
  window.addEventListener('storage', (event) => {
    // A null key means that the whole storage was cleared.
    if (event.key === storageKey || event.key === null) listener(parseSavedSession(event.newValue));
  });
}

function parseSavedSession(text: string | null): SavedSession | null {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return isSavedSession(value) ? value : null;
  } catch {
    return null;
  }
}

function isSavedSession(value: unknown): value is SavedSession {
  if (typeof value !== 'object' || value === null) return false;
  const { userId, refreshToken } = value as Partial<Record<keyof SavedSession, unknown>>;
  return typeof userId === 'string' && (typeof refreshToken === 'string' || refreshToken === null);
}
