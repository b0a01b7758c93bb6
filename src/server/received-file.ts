import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { fileTooLarge, storageUnavailable } from '../core/errors.js';
import { openTemporaryFile } from '../platform/temporary-file.js';

/** A file that has come, in a temporary file until it is closed. */
export type ReceivedFile = {
  filename: string;
  /** Of all that came, in base64url. */
  sha256: string;
  /** Throws FILE_TOO_LARGE, or SERVICE_UNAVAILABLE when there was no room for it. */
  bytes: () => Promise<Buffer>;
  close: () => Promise<void>;
};

/**
 * Takes a file to its end, and keeps at most `most` bytes of it. A file that cannot be kept is read all the same, so
 * that what follows it is. Throws when the stream breaks off, with nothing kept.
 */
export async function receiveFile(
  stream: Readable,
  filename: string,
  folder: string,
  most: number,
): Promise<ReceivedFile> {
  const hash = createHash('sha256');
  let size = 0;
  let problem: Error | undefined;
  let file: FileHandle | undefined;
  const close = async () => {
    await file?.close();
    file = undefined;
  };
  const noRoom = async (error: unknown) => {
    problem = storageUnavailable(error);
    await close();
  };
  try {
    file = await openTemporaryFile(folder);
  } catch (error) {
    await noRoom(error);
  }
  try {
    for await (const chunk of stream) {
      size += chunk.length;
      hash.update(chunk);
      if (size <= most && !problem) await file?.appendFile(chunk).catch(noRoom);
    }
  } catch (error) {
    await close();
    throw error;
  }
  return {
    filename,
    sha256: hash.digest('base64url'),
    close,
    bytes: async () => {
      if (problem ?? !file) throw problem ?? new Error('The file is closed.');
      if (size > most) throw fileTooLarge(most, size);
      const bytes = Buffer.alloc(size);
      await file.read(bytes, 0, size, 0);
      return bytes;
    },
  };
}
