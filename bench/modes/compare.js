import { openArena } from '../lib/arena.js';
import { workloadNames } from '../lib/arguments.js';
import { chooseContenders, takesPart } from '../lib/contenders.js';
import { report } from '../lib/report.js';
import { interleave } from '../lib/rounds.js';

/** Requests per second of every contender in every workload. Returns what failed. */
export async function run(options) {
  const settings = { ...options, rounds: options.rounds ?? 5, seconds: options.seconds ?? 5 };
  const contenders = chooseContenders(options.only);
  const arena = await openArena(options.posts);
  const { servers, failures } = await arena.startAll(contenders);
  const workloads = options.workloads.length ? options.workloads : workloadNames;
  const results = {};
  for (const workload of workloads) {
    const entries = servers
      .filter(({ contender }) => takesPart(contender, workload))
      .map((server) => ({ label: server.contender.name, arena, server }));
    const figures = await interleave(entries, workload, settings, failures);
    results[workload] = Object.fromEntries([...figures].map(([{ label }, figure]) => [label, figure]));
  }
  report({ results, settings, contenders: servers.map(({ contender }) => contender), failures });
  return failures;
}
