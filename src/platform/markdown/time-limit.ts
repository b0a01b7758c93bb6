import { createContext, Script } from 'node:vm';

const context = createContext({ todo: () => {} });
const script = new Script('todo()');

/** Does something that does not wait, and breaks it off with an error when it takes longer than this. */
export function within<T>(milliseconds: number, todo: () => T): T {
  context.todo = todo;
  return script.runInContext(context, { timeout: milliseconds });
}

export const isTimeout = (error: unknown): boolean =>
  (error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
