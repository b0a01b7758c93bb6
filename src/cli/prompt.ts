import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { StartupError } from '../core/startup-error.js';

/** Asks the person at the terminal for a line, and shows what is typed unless it is `hidden`. */
export async function ask(question: string, { hidden = false } = {}): Promise<string> {
  const output = hidden ? nowhere() : process.stdout;
  // The terminal stops showing what is typed now, before anyone is asked.
  const terminal = createInterface({ input: process.stdin, output, terminal: true });
  const givenUp = new AbortController();
  terminal.on('close', () => givenUp.abort());
  if (hidden) process.stdout.write(question);
  try {
    return await terminal.question(hidden ? '' : question, { signal: givenUp.signal });
  } catch {
    throw new StartupError('\nNothing was done.', 'Start again when you know what to answer.');
  } finally {
    terminal.close();
    if (hidden) process.stdout.write('\n');
  }
}

const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });

/** The first line of standard input, which comes from a pipe or a file. */
export async function readLine(): Promise<string> {
  for await (const line of createInterface({ input: process.stdin })) return line;
  return '';
}
