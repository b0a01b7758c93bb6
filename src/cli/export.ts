import { loadConfig } from '../config.js';
import { StartupError } from '../core/startup-error.js';
import { exportTo } from '../server/archive.js';

/** `export [file]`: see the usage of `inkstone` and docs/guides/moving-in.md. */
export async function exportAll([file = nameOfToday(), ...more]: string[]): Promise<void> {
  if (more.length > 0 || file.startsWith('-')) {
    throw new StartupError('Export to where?', 'Use: inkstone export [file.tar.gz]');
  }
  const { manifest, missing } = await exportTo(loadConfig(), file);
  for (const key of missing) console.log(`The file of an image is not in the store: ${key}`);
  const { rows } = manifest;
  console.log(
    `Written: ${file}, with ${rows.posts} posts of ${rows.users} users. Keep it safe: it has their password hashes.`,
  );
}

const nameOfToday = (): string => `inkstone-${new Date().toISOString().slice(0, 10)}.tar.gz`;
