import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from './startup-error.js';

const leastBytes = 32;

/** A long text of few different letters, or a placeholder from an example, protects nothing. */
export const isStrongSecret = (text: string): boolean =>
  Buffer.byteLength(text) >= leastBytes &&
  new Set(text).size >= 10 &&
  !/change[-_ ]?me|secret.*secret|example|placeholder/i.test(text);

/** 256 random bits, in base64url. */
export const newSecret = (): string => randomBytes(leastBytes).toString('base64url');

/** The secret kept in `<dataDir>/keys/<name>`, made at the first call; readable by the owner only. */
export function readOrCreateSecret(dataDir: string, name: string): string {
  return inKeysFolder(dataDir, (folder) => {
    const file = join(folder, name);
    if (!existsSync(file)) writeOnce(file, newSecret());
    tighten(file, 0o600);
    return checked(readFileSync(file, 'utf8').trim(), file);
  });
}

/** Works in `<dataDir>/keys`, which is made when it is missing and closed to other users. */
export function inKeysFolder<T>(dataDir: string, work: (folder: string) => T): T {
  const folder = join(dataDir, 'keys');
  try {
    mkdirSync(folder, { recursive: true });
    tighten(folder, 0o700);
    return work(folder);
  } catch (error) {
    throw error instanceof StartupError ? error : cannotWrite(dataDir, error);
  }
}

/** Keys that are mounted into a container cannot be changed: who may read them is the operator's affair. */
function tighten(path: string, mode: number): void {
  try {
    chmodSync(path, mode);
  } catch (error) {
    if (!['EROFS', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

/**
 * Writes a file for the owner's eyes. It appears whole or not at all, and never in place of another: of processes
 * that start together one makes it.
 */
export function writeOnce(file: string, text: string): void {
  const draft = `${file}.${randomBytes(4).toString('hex')}`;
  try {
    writeFileSync(draft, text, { mode: 0o600, flag: 'wx', flush: true });
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
    'Put it back from a backup. Without one, delete app.secret to have it made anew; postgres.password cannot be made again.',
  );
}

function cannotWrite(dataDir: string, error: unknown): StartupError {
  return new StartupError(
    `The data folder ${dataDir} cannot be written: ${(error as Error).message}`,
    'Make it writable for this user, or choose another folder: DATA_DIR=/path/to/folder npm start',
    { cause: error },
  );
}
