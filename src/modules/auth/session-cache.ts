import { LRUCache } from 'lru-cache';
import type { Changes } from '../../core/changes.js';
import type { Reader } from '../../read/read.js';
import { everything, type Selection } from '../../read/selection.js';
import { Session } from './session.entity.js';

const mostKept = 10_000;

const sessionWithUser: Selection = new Map<string, Selection>([
  ['*', new Map()],
  ['user', everything],
]);

/** Finds a session with its user; null when there is none. */
export type SessionFinder = (id: string) => Promise<Session | null>;

/**
 * Finds sessions without asking the database each time: what was found is kept until the session or its user
 * changes, on whichever process. While changes cannot be heard the database is asked.
 */
export function createSessionFinder(read: Reader, changes: Changes): SessionFinder {
  const kept = new LRUCache<string, Session>({ max: mostKept });
  changes.onChange((change) => {
    if (change?.table === 'sessions' && change.id) kept.delete(change.id);
    else if (change?.table === 'users' && change.id) forgetUser(kept, change.id);
    else if (!change || change.table === 'sessions' || change.table === 'users') kept.clear();
  });
  return async (id) => {
    const moment = changes.moment();
    const known = changes.unchangedSince(moment, []) ? kept.get(id) : undefined;
    if (known) return known;
    const session = await read.one(Session, { id }, sessionWithUser);
    if (session && changes.unchangedSince(moment, ['sessions', 'users'])) kept.set(id, session);
    return session;
  };
}

function forgetUser(kept: LRUCache<string, Session>, userId: string): void {
  for (const [id, session] of kept) if (session.user.id === userId) kept.delete(id);
}
