import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workloadNames } from './arguments.js';
import { barChart } from './bar-chart.js';
import { describeMachine } from './machine.js';
import { resultsFolder } from './paths.js';
import { fixed, table, whole } from './table.js';
import { workloads } from './workloads.js';

const milliseconds = fixed(1);
const times = (value) => (value == null ? '–' : `${value.toFixed(2)}×`);

/** Prints the tables and writes the files. `latest` is kept for whole runs: what is in the README is never half a run. */
export function report({ results, settings, contenders, failures }) {
  const about = contenders.map(({ name, kind, title, writes }) => ({ name, kind, title: title(), writes }));
  for (const [workload, rows] of Object.entries(results)) {
    console.log(`\n### ${workload}: ${workloads[workload].title}\n`);
    console.log(detailTable(rows, contenders));
  }
  console.log(`\n### Requests per second, median of ${settings.rounds} rounds of ${settings.seconds} s\n`);
  console.log(overview(results, contenders));
  console.log(`\n${about.map(({ name, title }) => `- **${name}**: ${title}`).join('\n')}`);
  if (results.W4) {
    console.log(`\nWhat W4 writes\n${about.map(({ name, writes }) => `- ${name}: ${writes}`).join('\n')}`);
  }
  const { rounds, seconds, posts, only, pinning } = settings;
  const content = {
    date: new Date().toISOString(),
    machine: { ...describeMachine(), pinning },
    settings: { rounds, seconds, posts, connections: 50 },
    contenders: about,
    failures,
    results,
  };
  const isWhole = !only && failures.length === 0 && workloadNames.every((name) => results[name]);
  writeResult(isWhole ? 'latest' : 'partial', content, barChart(content));
}

/** Writes results/<name>.json and, if there is a chart, results/<name>.svg. */
export function writeResult(name, content, chart) {
  mkdirSync(resultsFolder, { recursive: true });
  writeFileSync(join(resultsFolder, `${name}.json`), `${JSON.stringify(content, null, 2)}\n`);
  if (chart) writeFileSync(join(resultsFolder, `${name}.svg`), chart);
  console.log(`\nWritten: bench/results/${name}.json${chart ? ` and ${name}.svg` : ''}`);
}

function detailTable(rows, contenders) {
  const base = rows.inkstone?.perSecond;
  const lines = contenders
    .filter(({ name }) => rows[name])
    .map(({ name }) => {
      const { perSecond, least, most, p50, p99, generatorBusy } = rows[name];
      const ratio = times(base ? perSecond / base : null);
      const spread = `${whole(least)}–${whole(most)}`;
      const busy = `${whole(generatorBusy * 100)} %`;
      return [name, whole(perSecond), ratio, spread, milliseconds(p50), milliseconds(p99), busy];
    });
  const heads = ['contender', 'requests/s', '× inkstone', 'least–most', 'p50 ms', 'p99 ms', 'generator busy'];
  return table(heads, lines);
}

function overview(results, contenders) {
  const columns = Object.keys(results);
  const lines = contenders.map(({ name }) => [
    name,
    ...columns.map((workload) => {
      const perSecond = results[workload][name]?.perSecond;
      const base = results[workload].inkstone?.perSecond;
      return perSecond == null ? '–' : `${whole(perSecond)}${base ? ` (${times(perSecond / base)})` : ''}`;
    }),
  ]);
  return table(['contender', ...columns], lines);
}
