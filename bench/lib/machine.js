import { execFileSync } from 'node:child_process';
import { cpus, release, totalmem } from 'node:os';

let serverPrefix = [];

/**
 * Puts this process, and with it the database and the load generator that it starts, on core 1. Servers get
 * core 0 to themselves: see `onServerCore`. Returns a sentence about it.
 */
export function pinToCores() {
  if (cpus().length < 2) return 'One core: server, database and load generator share it.';
  try {
    execFileSync('taskset', ['-a', '-c', '-p', '1', String(process.pid)], { stdio: 'ignore' });
  } catch {
    return 'NOT PINNED: taskset is missing or refused, so processes move between cores and ratios are softer.';
  }
  serverPrefix = ['taskset', '-c', '0'];
  return 'Server on core 0; PostgreSQL and load generator on core 1.';
}

/** The command line that runs `command` on the server's core. */
export const onServerCore = (command) => [...serverPrefix, ...command];

/** What the figures were made on. */
export const describeMachine = () => ({
  node: process.version,
  system: `${process.platform} ${release()}`,
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
});
