import { useRef, useState } from 'react';
import { type Problem, problemOf } from '../api/problem';

export interface Task<Args extends unknown[]> {
  run: (...args: Args) => Promise<void>;
  busy: boolean;
  problem: Problem | null;
}

/** Runs one thing at a time (a double click does it once) and keeps what went wrong for the page to show. */
export function useTask<Args extends unknown[]>(action: (...args: Args) => Promise<void>): Task<Args> {
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function run(...args: Args): Promise<void> {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    try {
      await action(...args);
      setProblem(null);
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      running.current = false;
      setBusy(false);
    }
  }

  return { run, busy, problem };
}
