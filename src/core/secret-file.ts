import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from './startup-error.js';

const leastBytes = 32;

/** The secret kept in `<dataDir>/keys/<name>`, made at the first call; readable by the owner only. */
export function readOrCreateSecret(dataDir: string, name: string): string {
  const folder = join(dataDir, 'keys');
  const file = join(folder, name);
  try {
    mkdirSync(dataDir, { recursive: true });
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o700);
    createOnce(file);
    chmodSync(file, 0o600);
    return checked(readFileSync(file, 'utf8').trim(), file);
  } catch (error) {
    throw error instanceof StartupError ? error : cannotWrite(dataDir, error);
  }
}

/** The file appears whole or not at all, and of processes that start together one makes it. */
function createOnce(file: string): void {
  const draft = `${file}.${randomBytes(4).toString('hex')}`;
  try {
    writeFileSync(draft, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx', flush: true });
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function checked(secret: string, file: string): string {
  if (Buffer.byteLength(secret) >= leastBytes) return secret;
  throw new StartupError(
    `The key in ${file} is damaged: it has fewer than ${leastBytes} bytes.`,
    'Put it back from a backup. Without one, delete jwt.secret to sign everybody out and start anew; postgres.password cannot be made again.',
  );
}

function cannotWrite(dataDir: string, error: unknown): StartupError {
  return new StartupError(
    `The data folder ${dataDir} cannot be written: ${(error as Error).message}`,
    'Make it writable for this user, or choose another folder: DATA_DIR=/path/to/folder npm start',
    { cause: error },
  );
}
