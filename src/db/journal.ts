import type { Change } from '../core/changes.js';

/** Numbers what is heard, and remembers when each table last changed. */
export function createJournal() {
  const listeners: ((change: Change | null) => void)[] = [];
  const lastChange = new Map<string, number>();
  let moment = 0;
  let isOpen = false;
  let openedAt = 0;

  const tell = (change: Change | null) => {
    for (const listener of listeners) listener(change);
  };
  const changedAt = (table: string) => lastChange.get(table) ?? Number.POSITIVE_INFINITY;

  return {
    isOpen: () => isOpen,
    /** From now on nothing is missed; what was read before may have changed unheard. */
    open: (tables: string[]) => {
      lastChange.clear();
      for (const table of tables) lastChange.set(table, 0);
      moment += 1;
      openedAt = moment;
      isOpen = true;
      tell(null);
    },
    close: () => {
      if (isOpen) tell(null);
      isOpen = false;
    },
    note: (payload: string) => {
      const [table = '', id] = payload.split(' ');
      moment += 1;
      // Whoever announces a table by hand does not make it one that always is.
      if (lastChange.has(table)) lastChange.set(table, moment);
      tell({ table, id });
    },
    changes: {
      moment: () => moment,
      unchangedSince: (then: number, tables: Iterable<string>) => {
        if (!isOpen || then < openedAt) return false;
        for (const table of tables) if (changedAt(table) > then) return false;
        return true;
      },
      onChange: (listener: (change: Change | null) => void) => void listeners.push(listener),
    },
  };
}
