import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** A file that loses its name as soon as it is open: whatever becomes of the process, its bytes go with it. */
export async function openTemporaryFile(folder: string): Promise<FileHandle> {
  const path = join(folder, randomUUID());
  await mkdir(folder, { recursive: true });
  const file = await open(path, 'wx+', 0o600);
  await rm(path);
  return file;
}
