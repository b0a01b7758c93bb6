// The load generator: a process of its own, so that it shares no event loop with anything that is measured.
import { readExpected } from './expected.js';
import { runLoad } from './load.js';
import { createSource } from './source.js';

const expectations = new Map();
const sources = new Map();

process.on('message', async (job) => {
  try {
    process.send({ result: await work(job) });
  } catch (error) {
    process.send({ error: error.message });
  }
});
process.on('disconnect', () => process.exit());
// Ctrl-C reaches the whole group: the parent says when it is over.
process.on('SIGINT', () => {});

async function work({ databaseUrl, contender, workload, ...load }) {
  if (!expectations.has(databaseUrl)) expectations.set(databaseUrl, await readExpected(databaseUrl));
  const key = `${databaseUrl} ${contender.name} ${workload}`;
  if (!sources.has(key)) {
    sources.set(key, createSource(contender, workload, expectations.get(databaseUrl)));
  }
  return runLoad({ ...load, source: sources.get(key) });
}
