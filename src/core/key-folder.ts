import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inKeysFolder, writeOnce } from './secret-file.js';
import { newKeyText, parseKey, type SigningAlgorithm, type SigningKey } from './signing-key.js';
import { StartupError } from './startup-error.js';

/** A key among others: it signs between two moments, in milliseconds since 1970, and goes on checking. */
export type RingKey = SigningKey & {
  /** The `kid` of its tokens. In a folder it is the name of the file and the moment from which the key signs. */
  id: string | undefined;
  signsFrom: number;
  /** When the next key takes over. */
  replacedAt: number;
};

/** Longer than any refresh token lives: whoever comes back with a token is told whether it was once good. */
const keptMs = 31 * 24 * 60 * 60 * 1000;

/** Reads the keys of a folder, oldest first, except for those that are known; throws a StartupError for a bad one. */
export function readKeys(folder: string, known: readonly RingKey[] = []): RingKey[] {
  const ids = readdirSync(folder).flatMap((name) => (name.endsWith('.key') ? name.slice(0, -4) : []));
  const keys = ids.sort().map((id) => known.find((key) => key.id === id) ?? readKey(folder, id));
  return keys.map((key, index) => ({
    ...key,
    replacedAt: keys[index + 1]?.signsFrom ?? Number.POSITIVE_INFINITY,
  }));
}

function readKey(folder: string, id: string): RingKey {
  const file = fileOf(folder, id);
  try {
    const key = parseKey(readFileSync(file, 'utf8').trim());
    return { ...key, id, signsFrom: momentOf(id), replacedAt: Number.POSITIVE_INFINITY };
  } catch (error) {
    throw new StartupError(
      `The key in ${file} cannot be used: ${(error as Error).message}.`,
      'Put it back from a backup, or take it away: those who signed in with it must sign in again.',
      { cause: error },
    );
  }
}

const fileOf = (folder: string, id: string): string => join(folder, `${id}.key`);

/** `2026-11-21T101500Z`: a moment in UTC that is good for a file's name. */
const idOf = (moment: Date): string =>
  moment
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '');

function momentOf(id: string): number {
  const moment = Date.parse(id.replace(/T(\d\d)(\d\d)(\d\d)Z$/, 'T$1:$2:$3Z'));
  if (Number.isNaN(moment) || idOf(new Date(moment)) !== id) {
    throw new Error('its name is not the moment from which it signs, such as 2026-11-21T101500Z.key');
  }
  return moment;
}

/** Writes a new key that signs from `moment` on, or a second later when there is a key for that second. */
export function makeKey(folder: string, algorithm: SigningAlgorithm, moment: Date): string {
  const taken = new Set(readdirSync(folder));
  let from = moment;
  while (taken.has(`${idOf(from)}.key`)) from = new Date(from.getTime() + 1_000);
  writeOnce(fileOf(folder, idOf(from)), newKeyText(algorithm));
  return idOf(from);
}

/** Makes the next key in `<dataDir>/keys` and removes those that nobody can come back with any more. */
export function rotateKeys(
  dataDir: string,
  algorithm: SigningAlgorithm,
  moment: Date,
): { made: string; removed: string[] } {
  return inKeysFolder(dataDir, (folder) => {
    const outlived = readKeys(folder).filter((key) => key.replacedAt < moment.getTime() - keptMs);
    const made = makeKey(folder, algorithm, moment);
    const removed = outlived.map((key) => String(key.id));
    for (const id of removed) rmSync(fileOf(folder, id));
    return { made, removed };
  });
}
