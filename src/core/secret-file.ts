import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from './startup-error.js';

/** The secret kept in `<dataDir>/keys/<name>`, made at the first call; readable by the owner only. */
export function readOrCreateSecret(dataDir: string, name: string): string {
  const folder = join(dataDir, 'keys');
  const file = join(folder, name);
  try {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o700);
    createOnce(file);
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw cannotWrite(dataDir, error);
  }
}

function createOnce(file: string): void {
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function cannotWrite(dataDir: string, error: unknown): StartupError {
  return new StartupError(
    `The data folder ${dataDir} cannot be written: ${(error as Error).message}`,
    'Make it writable for this user, or choose another folder: DATA_DIR=/path/to/folder npm start',
    { cause: error },
  );
}
