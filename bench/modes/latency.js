import { openArena } from '../lib/arena.js';
import { chooseContenders, takesPart } from '../lib/contenders.js';
import { lineChart } from '../lib/line-chart.js';
import { describeMachine } from '../lib/machine.js';
import { writeResult } from '../lib/report.js';
import { rotate } from '../lib/rounds.js';
import { median } from '../lib/statistics.js';
import { fixed, table, whole } from '../lib/table.js';

const shares = [0.1, 0.3, 0.5, 0.7, 0.85, 0.95];
const usual = ['inkstone', 'mercurius', 'yoga', 'postgraphile', 'one-statement'];
const milliseconds = fixed(1);

/** Response times at shares of what each contender can do at most. Returns what failed. */
export async function run(options) {
  const settings = { rounds: options.rounds ?? 3, seconds: options.seconds ?? 3 };
  const contenders = chooseContenders(options.only, usual);
  const arena = await openArena(options.posts);
  const { servers, failures } = await arena.startAll(contenders);
  const results = {};
  for (const workload of options.workloads.length ? options.workloads : ['W1']) {
    const taking = servers.filter(({ contender }) => takesPart(contender, workload));
    results[workload] = await measure(arena, taking, workload, settings, failures);
    print(workload, results[workload]);
  }
  const machine = { ...describeMachine(), pinning: options.pinning };
  const content = { date: new Date().toISOString(), machine, settings, failures, results };
  writeResult('latency', content, lineChart(content));
  return failures;
}

async function measure(arena, servers, workload, { rounds, seconds }, failures) {
  const kept = new Map(servers.map((server) => [server, { saturation: [], steps: shares.map(() => []) }]));
  for (let number = 0; number <= rounds; number++) {
    for (const server of rotate([...kept.keys()], number)) {
      try {
        await measureOnce(arena, server, workload, seconds, number === 0, kept.get(server));
      } catch (error) {
        kept.delete(server);
        failures.push(`${workload} ${server.contender.name}: ${error.message}`);
        console.error(failures.at(-1));
      }
    }
  }
  return Object.fromEntries(
    [...kept].map(([{ contender }, { saturation, steps }]) => [
      contender.name,
      { saturation: median(saturation), steps: steps.map(summariseStep) },
    ]),
  );
}

/** First what the server can do now, then the shares of it: the machine may be slower than a minute ago. */
async function measureOnce(arena, server, workload, seconds, isWarmUp, { saturation, steps }) {
  const { perSecond } = await arena.round(server, workload, { seconds });
  console.log(`${workload} ${server.contender.name}: ${whole(perSecond)}/s at most`);
  if (isWarmUp) return;
  saturation.push(perSecond);
  for (const [index, share] of shares.entries()) {
    steps[index].push(await arena.round(server, workload, { seconds, rate: perSecond * share }));
  }
}

const summariseStep = (results, index) => ({
  share: shares[index],
  perSecond: median(results.map((result) => result.perSecond)),
  p50: median(results.map((result) => result.p50)),
  p99: median(results.map((result) => result.p99)),
  // Requests that still waited when the round was over: the server did not keep up.
  leftWaiting: median(results.map((result) => result.leftWaiting)),
});

function print(workload, byName) {
  const heads = ['contender', 'most/s', ...shares.map((share) => `${share * 100} %`)];
  const rows = Object.entries(byName).map(([name, { saturation, steps }]) => [
    name,
    whole(saturation),
    ...steps.map(({ p50, p99 }) => `${milliseconds(p50)} / ${milliseconds(p99)}`),
  ]);
  console.log(
    `\n### ${workload}: p50 / p99 in ms at shares of each contender's own most\n\n${table(heads, rows)}\n`,
  );
}
