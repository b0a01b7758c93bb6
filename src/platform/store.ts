import type { Readable } from 'node:stream';

/** Bytes `start` to `end`, both included. */
export type ByteRange = { start: number; end: number };

/** A file as it is read: the size is that of the whole file, whatever part of it comes. */
type StoredFile = { size: number; body: Readable };

/** Where files are kept. Keys are made by us: letters, digits, `.`, `-`, `_` and `/`. */
export type Store = {
  /** Keeps the bytes under this key: whole or not at all, in place of what was there. */
  put: (key: string, bytes: Buffer) => Promise<void>;
  /** The bytes of the range that `rangeOf` chooses once the size is known, all without it; null when there is no such file. */
  open: (key: string, rangeOf?: (size: number) => ByteRange | undefined) => Promise<StoredFile | null>;
  has: (key: string) => Promise<boolean>;
  /** Whether or not there was such a file, there is none afterwards. */
  remove: (key: string) => Promise<void>;
  /** The keys of all files. */
  keys: () => AsyncIterable<string>;
};
