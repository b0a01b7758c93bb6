import { openArena } from '../lib/arena.js';
import { workloadNames } from '../lib/arguments.js';
import { chooseContenders, takesPart } from '../lib/contenders.js';
import { describeMachine } from '../lib/machine.js';
import { memoryOf } from '../lib/memory-of.js';
import { writeResult } from '../lib/report.js';
import { table, whole } from '../lib/table.js';

/** Resident memory after the start, at its peak and after load with every workload. Returns what failed. */
export async function run(options) {
  const seconds = options.seconds ?? 5;
  const contenders = chooseContenders(options.only);
  const arena = await openArena(options.posts);
  const failures = [];
  const results = {};
  for (const contender of contenders) {
    const started = await arena.startAll([contender]);
    failures.push(...started.failures);
    for (const server of started.servers) {
      try {
        results[contender.name] = await measure(arena, server, seconds);
      } catch (error) {
        failures.push(`${contender.name}: ${error.message}`);
      }
      await server.stop();
    }
  }
  print(results, seconds);
  const machine = describeMachine();
  writeResult('memory', {
    date: new Date().toISOString(),
    machine,
    settings: { seconds },
    failures,
    results,
  });
  return failures;
}

async function measure(arena, server, seconds) {
  const start = memoryOf(server.pid);
  let peak = start;
  const watch = setInterval(() => {
    peak = Math.max(peak, memoryOf(server.pid));
  }, 250);
  try {
    for (const workload of workloadNames.filter((name) => takesPart(server.contender, name))) {
      await arena.round(server, workload, { seconds });
    }
  } finally {
    clearInterval(watch);
  }
  const after = memoryOf(server.pid);
  console.log(`${server.contender.name}: ${whole(after)} MiB`);
  return { start, peak: Math.max(peak, after), after };
}

function print(results, seconds) {
  const rows = Object.entries(results).map(([name, { start, peak, after }]) => [
    name,
    ...[start, peak, after].map(whole),
  ]);
  console.log(`\n### Resident memory in MiB, ${seconds} s of each workload\n`);
  console.log(table(['contender', 'after the start', 'peak', 'after load'], rows));
}
