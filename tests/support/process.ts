import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { readEnvironment, rootFolder } from './environment.ts';

/** How an Inkstone process ended. */
export type Ending = { code: number | null; output: string };

/** An Inkstone process of its own, as a user would start it. */
export type Running = {
  url: string;
  child: ChildProcess;
  log: () => string;
  ended: Promise<Ending>;
  /** Sends SIGTERM and waits for the end. */
  stop: () => Promise<Ending>;
  /** The same without waiting, for what no test looks at any more. */
  leave: () => void;
};

type Variables = Record<string, string | undefined>;

/** The surroundings of a process: of the machine's variables only those that a program needs to run at all. */
const surroundings = (variables: Variables): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  NODE_V8_COVERAGE: process.env.NODE_V8_COVERAGE,
  NODE_ENV: 'test',
  FAST_PATH: process.env.FAST_PATH,
  // Tests send more from one address than people do; those of the limits themselves set it to 1.
  RATE_LIMIT_SCALE: '1000',
  ...variables,
});

/** Starts a program of Inkstone without waiting for anything. */
export function launch(
  script: 'main.js' | 'cli.js',
  args: string[],
  variables: Variables,
  cwd = readEnvironment().folder,
  input = '',
) {
  const logFile = join(readEnvironment().folder, `${script}-${randomUUID()}.log`);
  const child = spawn(process.execPath, [join(rootFolder, 'dist/src', script), ...args], {
    cwd,
    env: surroundings(variables),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.end(input);
  const stream = createWriteStream(logFile, { flags: 'a' });
  let output = '';
  for (const source of [child.stdout, child.stderr]) {
    source.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      stream.write(chunk);
    });
  }
  const ended = new Promise<Ending>((resolve) => {
    child.on('close', (code) => resolve({ code, output }));
  });
  return { child, ended, output: () => output };
}

/** Runs a program of Inkstone to its end: `main.js` for a start that must fail, `cli.js` for commands. */
export function runToEnd(
  script: 'main.js' | 'cli.js',
  args: string[],
  variables: Variables,
  input?: string,
): Promise<Ending> {
  return launch(script, args, variables, undefined, input).ended;
}

/** Starts a server on a free port and waits until it is ready. */
export async function startInkstone(
  variables: Variables,
  { args = [] as string[], cwd = readEnvironment().folder } = {},
): Promise<Running> {
  const { child, ended, output } = launch('main.js', args, { PORT: '0', ...variables }, cwd);
  const url = await Promise.race([
    waitFor(() => /(?:Listens on +|"address":")(http:\/\/[\w.]+:\d+)/.exec(output())?.[1]),
    ended.then(({ output: text }) => {
      throw new Error(`Inkstone ended instead of starting:\n${text}`);
    }),
  ]);
  const stop = () => {
    child.kill('SIGTERM');
    return ended;
  };
  const leave = () => {
    child.kill('SIGTERM');
    child.unref();
    for (const pipe of [child.stdout, child.stderr] as Socket[]) pipe.unref();
  };
  return { url, child, log: output, ended, stop, leave };
}

/** Asks again until there is an answer; gives up after a minute. */
export async function waitFor<T>(ask: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (const end = Date.now() + 60_000; Date.now() < end; ) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('There was no answer in a minute.');
}
