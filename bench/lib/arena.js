import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unlessStopping } from './cleanup.js';
import { constantAnswers } from './constants.js';
import { openDatabaseState } from './database-state.js';
import { openDataset } from './dataset.js';
import { readExpected } from './expected.js';
import { startLoadGenerator } from './load-generator.js';
import { cacheFolder } from './paths.js';
import { startServer } from './server-process.js';

const connections = 50;
/** Connections to the database open and statements are prepared before a round counts. */
const leadIn = 0.5;

/** Data set, load generator and contenders, ready to be measured. */
export async function openArena(posts) {
  const dataset = await openDataset(posts);
  const state = await openDatabaseState(dataset.url);
  await state.restore();
  const generator = startLoadGenerator();
  const environment = { DATABASE_URL: dataset.url, CONSTANTS: await writeConstants(dataset) };

  /** Runs one round and leaves the tables as it found them. Throws when anything was not right. */
  const round = async (server, workload, { seconds, rate, ...load }) => {
    const { name, dialect } = server.contender;
    const result = await generator.run({
      ...{ databaseUrl: dataset.url, contender: { name, dialect }, port: server.port, workload },
      ...{ connections, leadIn, seconds, rate, ...load },
    });
    await unlessStopping();
    await state.drain();
    if (workload === 'W4') await checkWritten(server, result, state);
    if (result.problems.length > 0) throw new Error(describe(result.problems));
    return result;
  };

  /** Starts contenders one after the other. Who does not start is a failure, and the others go on. */
  const startAll = async (contenders, options) => {
    const servers = [];
    const failures = [];
    for (const contender of contenders) {
      try {
        const logName = `${contender.name}-${posts}`;
        servers.push(await startServer(contender, environment, { logName, ...options }));
      } catch (error) {
        failures.push(error.message);
        console.error(error.message);
      }
    }
    return { servers, failures };
  };

  const close = async () => {
    await generator.stop();
    await state.close();
    await dataset.stop();
  };

  return { dataset, environment, round, startAll, close };
}

/** What was answered has to be in the database, with its tags. */
async function checkWritten({ contender }, { answered, problems }, state) {
  const { posts, links } = await state.written();
  await state.restore();
  if (contender.writes === 'nothing' || (posts === answered && links === 3 * answered)) return;
  problems.push(`${answered} posts were answered; ${posts} and ${links} tags of them are in the database`);
}

const describe = (problems) =>
  `${problems.length} wrong answers, the first: ${[...new Set(problems)].slice(0, 3).join('\n  ')}`;

async function writeConstants({ url, posts }) {
  mkdirSync(cacheFolder, { recursive: true });
  const file = join(cacheFolder, `constants-${posts}.json`);
  writeFileSync(file, JSON.stringify(constantAnswers(await readExpected(url))));
  return file;
}
