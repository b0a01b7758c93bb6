import { LRUCache } from 'lru-cache';
import type { Changes } from '../core/changes.js';

/** An answer as it is sent. */
export type Answer = {
  /** Text, not bytes: Node writes text together with the head, at once. */
  body: string;
  /** The body's length in UTF-8. */
  bytes: number;
  /** The body in the encodings that were asked for so far. */
  encoded: Map<string, Buffer>;
  /** The operation's name, for the log. */
  operation: string | undefined;
};

type Kept = { answer: Answer; moment: number; sources: ReadonlySet<string> };

/** What making an answer says of it; `sources` is null when it holds for one request alone. */
export type Made = { answer: Answer; sources: ReadonlySet<string> | null };

const mostBytes = 32 * 1024 * 1024;

/** What an entry takes beside its bytes. */
const overhead = 500;

/**
 * Answers to guests' queries by what was asked. One counts as long as nothing that it was read from has changed, on
 * whichever process; bounded by bytes, the longest unused go first.
 */
export type ResponseCache = {
  get: (key: string) => Answer | undefined;
  /** Makes an answer once for all who ask for it at the same time, and keeps it if it is for everyone. */
  make: (key: string, make: () => Promise<Made | null>) => Promise<Answer | null>;
};

export function createResponseCache(changes: Changes): ResponseCache {
  const kept = new LRUCache<string, Kept>({
    maxSize: mostBytes,
    // Text may take two bytes a character, and encoded bodies, which are smaller, come later.
    sizeCalculation: ({ answer }, key) => 3 * answer.bytes + key.length + overhead,
  });
  const underWay = new Map<string, Promise<Answer | null>>();
  // Who asks after a change must not get an answer that was begun before it.
  changes.onChange(() => underWay.clear());

  async function produce(key: string, make: () => Promise<Made | null>): Promise<Answer | null> {
    const moment = changes.moment();
    const made = await make();
    if (made?.sources && changes.unchangedSince(moment, made.sources)) {
      kept.set(key, { answer: made.answer, moment, sources: made.sources });
    }
    return made?.answer ?? null;
  }

  return {
    get: (key) => {
      const entry = kept.get(key);
      return entry && changes.unchangedSince(entry.moment, entry.sources) ? entry.answer : undefined;
    },
    make: (key, make) => {
      // While changes cannot be heard, nobody knows whether what is under way still holds.
      if (!changes.unchangedSince(changes.moment(), [])) return produce(key, make);
      const known = underWay.get(key);
      if (known) return known;
      const making = produce(key, make).finally(() => {
        if (underWay.get(key) === making) underWay.delete(key);
      });
      underWay.set(key, making);
      return making;
    },
  };
}
