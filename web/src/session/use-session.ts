import { useSyncExternalStore } from 'react';
import type { SessionUserFragment } from '../gql/graphql';
import { currentSession, type Session, subscribeToSession } from './session-store';

export function useSession(): Session {
  return useSyncExternalStore(subscribeToSession, currentSession);
}

/** The signed-in user, or null for a guest. */
export function useViewer(): SessionUserFragment | null {
  const session = useSession();
  return session.status === 'signed-in' ? session.user : null;
}
