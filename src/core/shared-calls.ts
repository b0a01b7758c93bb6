/**
 * Makes calls that share their outcome: while one is under way, all that ask for the same wait for the next one, so
 * nobody gets what was there before they asked.
 */
export function createSharedCalls<T>(): (key: string, make: () => Promise<T>) => Promise<T> {
  const running = new Map<string, Promise<T>>();
  const waiting = new Map<string, Promise<T>>();

  return (key, make) => {
    const start = (): Promise<T> => {
      waiting.delete(key);
      const outcome = make();
      running.set(key, outcome);
      const end = () => {
        if (running.get(key) === outcome) running.delete(key);
      };
      outcome.then(end, end);
      return outcome;
    };

    const next = waiting.get(key);
    if (next) return next;
    const turn = running.get(key);
    if (!turn) return start();
    const queued = turn.then(start, start);
    waiting.set(key, queued);
    return queued;
  };
}
