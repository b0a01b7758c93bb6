import type { CredentialsFragment, SessionUserFragment } from '../gql/graphql';
import { clearSavedSession, readSavedSession, writeSavedSession } from './saved-session';

export type Session =
  | { status: 'restoring' } // after a reload, until the refresh token has been exchanged
  | { status: 'unreachable' } // the exchange did not get through; the session is not lost
  | { status: 'guest' }
  | { status: 'signed-in'; user: SessionUserFragment; accessToken: string };

let session: Session = { status: readSavedSession() ? 'restoring' : 'guest' };
const listeners = new Set<() => void>();

export function currentSession(): Session {
  return session;
}

export function subscribeToSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function accessToken(): string | null {
  return session.status === 'signed-in' ? session.accessToken : null;
}

export function sessionUserId(): string | null {
  return session.status === 'signed-in' ? session.user.id : null;
}

/** Takes over new credentials, from a sign-in or from a refresh. */
export function beginSession(credentials: CredentialsFragment): void {
  const { accessToken, refreshToken, user } = credentials;
  writeSavedSession({ userId: user.id, refreshToken });
  setSession({ status: 'signed-in', user, accessToken });
}

/** Forgets the session in this tab and, through the saved copy, in the others. */
export function endSession(): void {
  clearSavedSession();
  setSession({ status: 'guest' });
}

/** The server cannot be asked whether the saved session still holds. */
export function markUnreachable(): void {
  if (session.status === 'restoring') setSession({ status: 'unreachable' });
}

export function markRestoring(): void {
  if (session.status === 'unreachable') setSession({ status: 'restoring' });
}

function setSession(next: Session): void {
  session = next;
  for (const listener of listeners) listener();
}
