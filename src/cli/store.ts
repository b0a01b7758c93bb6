import { loadConfig } from '../config.js';
import { createLogger } from '../core/logger.js';
import { StartupError } from '../core/startup-error.js';
import { reachDatabase } from '../server/database.js';
import { openStore } from '../server/store.js';
import { checkStore, mendStore, type StoreCheck } from '../server/store-check.js';

/** `store check|mend`: see the usage of `inkstone`. */
export async function store([action = '', ...more]: string[]): Promise<void> {
  if (!['check', 'mend'].includes(action) || more.length > 0) {
    throw new StartupError('Unknown action.', 'Use: inkstone store check|mend');
  }
  const config = loadConfig();
  const files = openStore(config);
  const database = await reachDatabase(config, createLogger('warn', false), { shared: true });
  try {
    const found = await checkStore(database.orm, files);
    console.log(report(found));
    if (action === 'mend') await mendStore(database.orm, files, found);
    const isLeft = action === 'mend' ? found.missing.length > 0 : Object.values(found).flat().length > 0;
    if (isLeft) process.exitCode = 1;
  } finally {
    await database.stop();
  }
}

function report({ missing, lost, unknown }: StoreCheck): string {
  const lines = [
    ...missing.map(
      (id) => `missing  the file of image ${id}: put it back from a backup, or delete the image`,
    ),
    ...lost.map((key) => `lost     ${key}: it is made again after inkstone store mend`),
    ...unknown.map((key) => `unknown  ${key}: inkstone store mend removes it`),
  ];
  return lines.length > 0 ? lines.join('\n') : 'The store has what it should have.';
}
