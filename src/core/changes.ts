/** A change to a table that was committed; without an id it may be any of its rows. */
export type Change = { table: string; id: string | undefined };

/** What this process hears of the changes that any process commits. What is kept in memory lives by it. */
export type Changes = {
  /** Stands for what has been heard so far: compare with `unchangedSince`. */
  moment: () => number;
  /** Whether everything that was read from these tables at `moment` or later still holds, as far as was heard. */
  unchangedSince: (moment: number, tables: Iterable<string>) => boolean;
  /** Calls `listener` with each change, and with null when some may have been missed. */
  onChange: (listener: (change: Change | null) => void) => void;
  /** Resolves when all that was committed before the call has been heard here. */
  caughtUp: () => Promise<void>;
};
