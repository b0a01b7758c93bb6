import { join } from 'node:path';
import { makeKey, type RingKey, readKeys } from './key-folder.js';
import type { Logger } from './logger.js';
import { inKeysFolder } from './secret-file.js';
import { type SigningAlgorithm, secretKey } from './signing-key.js';

/** The keys that all processes share: one of them signs, and all of them check. */
export type KeyRing = {
  /** Every key, oldest first. */
  all: () => readonly RingKey[];
  /** The key of this id, though another process may have made it just now. */
  find: (id: string | undefined) => RingKey | undefined;
};

/** How old the knowledge of a folder may be: to check with a key that is in it, and for everything else. */
const patienceMs = { known: 5_000, else: 100 };

/** The key that signs: the last one whose time has come. */
export const signingKey = (keys: readonly RingKey[], now: Date): RingKey =>
  keys.findLast((key) => key.signsFrom <= now.getTime()) ?? (keys[0] as RingKey);

/** A ring of one secret that is never replaced. */
export function fixedKeyRing(secret: string): KeyRing {
  const key = { ...secretKey(secret), id: undefined, signsFrom: 0, replacedAt: Number.POSITIVE_INFINITY };
  return { all: () => [key], find: (id) => (id === undefined ? key : undefined) };
}

/** The keys in `<dataDir>/keys`; a key is made when the newest is for another algorithm. Throws a StartupError. */
export function openKeyRing(dataDir: string, algorithm: SigningAlgorithm, log: Logger): KeyRing {
  let keys = inKeysFolder(dataDir, (folder) => firstKeys(folder, algorithm, log));
  let seenAt = performance.now();
  const look = (patience: number) => {
    if (performance.now() - seenAt < patience) return;
    seenAt = performance.now();
    keys = readAgain(join(dataDir, 'keys'), keys, log);
  };
  const known = (id: string | undefined) => keys.find((key) => key.id === id);
  return {
    all: () => {
      look(patienceMs.else);
      return keys;
    },
    find: (id) => {
      look(patienceMs.known);
      if (!known(id)) look(patienceMs.else);
      return known(id);
    },
  };
}

function firstKeys(folder: string, algorithm: SigningAlgorithm, log: Logger): readonly RingKey[] {
  const found = readKeys(folder);
  if (found.at(-1)?.algorithm === algorithm) return found;
  log.info({ key: makeKey(folder, algorithm, new Date()), algorithm }, 'made a key for access tokens');
  return readKeys(folder, found);
}

/** A running server goes on with the keys that it knows when it cannot read them, or is left without any. */
function readAgain(folder: string, known: readonly RingKey[], log: Logger): readonly RingKey[] {
  try {
    const found = readKeys(folder, known);
    if (found.length > 0) return found;
    log.error({ folder }, 'there is no key left: going on with those that were there');
  } catch (error) {
    log.error({ err: error }, 'the keys cannot be read: going on with those that are known');
  }
  return known;
}
