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
  const kept = createKeptSessions();
  changes.onChange((change) => {
    if (change?.table === 'sessions' && change.id) kept.forget(change.id);
    else if (change?.table === 'users' && change.id) kept.forgetUser(change.id);
    else if (!change || change.table === 'sessions' || change.table === 'users') kept.forgetAll();
  });
  return async (id) => {
    const moment = changes.moment();
    const known = changes.unchangedSince(moment, []) ? kept.get(id) : undefined;
    if (known) return known;
    const session = await read.one(Session, { id }, sessionWithUser);
    if (session && changes.unchangedSince(moment, ['sessions', 'users'])) kept.keep(session);
    return session;
  };
}

/** Sessions by id, with those of each user at hand: one statement may change all users. */
function createKeptSessions() {
  const idsOf = new Map<string, Set<string>>();
  const leave = ({ user }: Session, id: string) => {
    const ids = idsOf.get(user.id);
    ids?.delete(id);
    if (ids?.size === 0) idsOf.delete(user.id);
  };
  const sessions = new LRUCache<string, Session>({ max: mostKept, dispose: leave });

  return {
    get: (id: string) => sessions.get(id),
    keep: (session: Session) => {
      sessions.set(session.id, session);
      const ids = idsOf.get(session.user.id) ?? new Set();
      idsOf.set(session.user.id, ids.add(session.id));
    },
    forget: (id: string) => void sessions.delete(id),
    forgetUser: (userId: string) => {
      for (const id of idsOf.get(userId) ?? []) sessions.delete(id);
    },
    forgetAll: () => sessions.clear(),
  };
}
