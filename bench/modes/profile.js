import { openArena } from '../lib/arena.js';
import { workloadNames } from '../lib/arguments.js';
import { chooseContenders, takesPart } from '../lib/contenders.js';
import { profileWhile, summariseProfile } from '../lib/inspector.js';
import { writeResult } from '../lib/report.js';
import { freePort } from '../lib/server-process.js';
import { table } from '../lib/table.js';

const percent = (share) => `${(share * 100).toFixed(1)} %`;

/** Where the time of a server goes: of Inkstone, or of the Node contenders that `--only` names. */
export async function run(options) {
  const seconds = options.seconds ?? 5;
  const contenders = chooseContenders(options.only, ['inkstone']);
  const arena = await openArena(options.posts);
  const failures = [];
  const results = {};
  for (const contender of contenders) {
    const port = await freePort();
    const started = await arena.startAll([contender], { nodeOptions: `--inspect=127.0.0.1:${port}` });
    failures.push(...started.failures);
    for (const server of started.servers) {
      const names = options.workloads.length ? options.workloads : workloadNames;
      for (const workload of names.filter((name) => takesPart(contender, name))) {
        try {
          const summary = await measure(arena, server, port, workload, seconds);
          results[`${contender.name} ${workload}`] = summary;
          print(`${contender.name} ${workload}`, summary);
        } catch (error) {
          failures.push(`${workload} ${contender.name}: ${error.message}`);
        }
      }
      await server.stop();
    }
  }
  writeResult('profile', { date: new Date().toISOString(), failures, results });
  return failures;
}

async function measure(arena, server, port, workload, seconds) {
  await arena.round(server, workload, { seconds });
  let round;
  const profile = await profileWhile(port, async () => {
    round = await arena.round(server, workload, { seconds });
  });
  const { busy, functions, packages } = summariseProfile(profile);
  return {
    perSecond: round.perSecond,
    busy,
    packages: packages.slice(0, 20),
    functions: functions.slice(0, 30),
  };
}

function print(title, { perSecond, busy, packages, functions }) {
  const rows = (list) => list.map(({ name, share }) => [name, percent(share)]);
  console.log(
    `\n### ${title}: ${Math.round(perSecond)}/s while profiled, busy ${percent(busy)} of the time\n`,
  );
  console.log(table(['package', 'self time'], rows(packages)));
  console.log(`\n${table(['function', 'self time'], rows(functions))}`);
}
