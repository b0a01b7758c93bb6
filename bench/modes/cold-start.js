import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openArena } from '../lib/arena.js';
import { unlessStopping } from '../lib/cleanup.js';
import { chooseContenders } from '../lib/contenders.js';
import { dataFolder } from '../lib/dataset.js';
import { dialects } from '../lib/dialects.js';
import { readExpected } from '../lib/expected.js';
import { waitForAnswer } from '../lib/first-answer.js';
import { describeMachine } from '../lib/machine.js';
import { cacheFolder } from '../lib/paths.js';
import { writeResult } from '../lib/report.js';
import { freePort, launch } from '../lib/server-process.js';
import { createSource } from '../lib/source.js';
import { median } from '../lib/statistics.js';
import { table, whole } from '../lib/table.js';

/** Milliseconds from the start of the process to the first right answer to W1. Returns what failed. */
export async function run(options) {
  const rounds = options.rounds ?? 5;
  const contenders = chooseContenders(options.only);
  const arena = await openArena(options.posts);
  const expected = await readExpected(arena.dataset.url);
  const cases = contenders.map((contender) => ({
    label: contender.name,
    contender,
    environment: () => arena.environment,
    isRight: rightHome(contender, expected),
  }));
  for (const { prepare } of contenders) prepare?.();
  const failures = [];
  const results = await measureAll(cases, rounds, failures);
  await arena.close();
  const inkstone = contenders.find(({ name }) => name === 'inkstone');
  if (inkstone) {
    Object.assign(
      results,
      await measureAll(embeddedCases(inkstone, options.posts, expected), rounds, failures),
    );
  }
  const rows = Object.entries(results).map(([name, times]) => [
    name,
    whole(median(times)),
    `${whole(Math.min(...times))}–${whole(Math.max(...times))}`,
  ]);
  console.log('\n### Cold start: from the start of the process to the first right page of 20 posts\n');
  console.log(table(['contender', 'median ms', 'least–most'], rows));
  const machine = describeMachine();
  writeResult('cold-start', {
    date: new Date().toISOString(),
    machine,
    settings: { rounds },
    failures,
    results,
  });
  return failures;
}

const rightHome = (contender, expected) => {
  const source = createSource(contender, 'W1', expected);
  return (body) => source.check(source.next(), body) === undefined;
};

/** Inkstone with its own PostgreSQL: on a folder that is there, and from nothing. */
const embeddedCases = (contender, posts, expected) => [
  {
    label: 'inkstone, embedded database present',
    contender,
    environment: () => ({ DATA_DIR: dataFolder(posts) }),
    isRight: rightHome(contender, expected),
  },
  {
    label: 'inkstone, very first start in an empty folder',
    contender,
    environment: () => ({ DATA_DIR: mkdtempSync(join(cacheFolder, 'first-start-')) }),
    isRight: (body) => JSON.parse(body.toString()).data.posts.nodes.length === 0,
    after: ({ DATA_DIR }) => rmSync(DATA_DIR, { recursive: true, force: true }),
  },
];

async function measureAll(cases, rounds, failures) {
  const results = {};
  for (let number = 0; number < rounds; number++) {
    for (const item of cases) {
      try {
        const ms = await measure(item);
        results[item.label] = [...(results[item.label] ?? []), ms];
        console.log(`${item.label}: ${whole(ms)} ms`);
      } catch (error) {
        failures.push(`${item.label}: ${error.message}`);
        console.error(failures.at(-1));
      }
    }
  }
  return results;
}

async function measure({ contender, environment, isRight, after }) {
  await unlessStopping();
  const given = environment();
  const port = await freePort();
  const started = performance.now();
  const server = launch(contender, port, given);
  try {
    await waitForAnswer(server, dialects[contender.dialect].ask('W1', {}), isRight);
    return performance.now() - started;
  } finally {
    await server.stop();
    after?.(given);
  }
}
