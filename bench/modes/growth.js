import { openArena } from '../lib/arena.js';
import { chooseContenders } from '../lib/contenders.js';
import { describeMachine } from '../lib/machine.js';
import { writeResult } from '../lib/report.js';
import { interleave } from '../lib/rounds.js';
import { table, whole } from '../lib/table.js';

const sizes = [2_000, 20_000, 200_000];
const reads = ['W1', 'W2', 'W3'];
const usual = ['inkstone', 'mercurius', 'postgraphile', 'one-statement'];

/**
 * The same reads over data sets of three sizes, all of them up at the same time and measured in turns: so the
 * factor between them does not hang on when each was measured. Returns what failed.
 */
export async function run(options) {
  const settings = { rounds: options.rounds ?? 3, seconds: options.seconds ?? 3 };
  const contenders = chooseContenders(options.only, usual);
  const entries = [];
  const failures = [];
  for (const size of sizes) {
    const arena = await openArena(size);
    const started = await arena.startAll(contenders);
    failures.push(...started.failures);
    for (const server of started.servers) {
      entries.push({
        label: `${server.contender.name} ${size}`,
        name: server.contender.name,
        size,
        arena,
        server,
      });
    }
  }
  const results = {};
  for (const workload of options.workloads.length ? options.workloads : reads) {
    const figures = await interleave(entries, workload, settings, failures);
    results[workload] = gather(figures);
    console.log(
      `\n### ${workload}: requests per second as the posts grow\n\n${growthTable(results[workload])}\n`,
    );
  }
  writeResult('growth', {
    date: new Date().toISOString(),
    machine: { ...describeMachine(), pinning: options.pinning },
    settings,
    failures,
    results,
  });
  return failures;
}

function gather(figures) {
  const byName = {};
  for (const [{ name, size }, figure] of figures) {
    byName[name] ??= {};
    byName[name][size] = figure;
  }
  return byName;
}

function growthTable(byName) {
  const rows = Object.entries(byName).map(([name, bySize]) => {
    const rates = sizes.map((size) => bySize[size]?.perSecond);
    const factor = rates[0] && rates.at(-1) ? `${(rates[0] / rates.at(-1)).toFixed(2)}×` : '–';
    return [name, ...rates.map(whole), factor];
  });
  return table(['contender', ...sizes.map(whole), 'slower by'], rows);
}
