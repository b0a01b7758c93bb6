import { stopAll } from '../lib/cleanup.js';
import { pinToCores } from '../lib/machine.js';

const modes = {
  compare: () => import('./compare.js'),
  growth: () => import('./growth.js'),
  latency: () => import('./latency.js'),
  'cold-start': () => import('./cold-start.js'),
  memory: () => import('./memory.js'),
  live: () => import('./live.js'),
  profile: () => import('./profile.js'),
  search: () => import('./search.js'),
};

/** Runs what was asked for and stops everything after it. A failure of any kind ends with exit code 1. */
export async function runMode(options) {
  try {
    // A start may use what the machine has.
    const pinning = options.mode === 'cold-start' ? 'Not pinned to cores.' : pinToCores();
    console.log(pinning);
    const { run } = await modes[options.mode]();
    const failures = await run({ ...options, pinning });
    for (const failure of failures) console.error(`\nFAILED ${failure}`);
    if (failures.length > 0) process.exitCode = 1;
  } catch (error) {
    console.error(`\nThe benchmark failed: ${error.stack}`);
    process.exitCode = 1;
  } finally {
    await stopAll();
  }
  process.exit();
}
