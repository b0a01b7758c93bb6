import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Store } from './store.js';

/** Files in a folder, which processes may share. */
export function diskStore(folder: string): Store {
  const pathOf = (key: string) => join(folder, key);

  return {
    put: async (key, bytes) => {
      const path = pathOf(key);
      const draft = `${path}.${randomUUID()}.draft`;
      await mkdir(dirname(path), { recursive: true });
      try {
        await writeFile(draft, bytes, { flag: 'wx', flush: true });
        await rename(draft, path);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    },
    open: async (key, rangeOf) => {
      const file = await open(pathOf(key)).catch(missing);
      if (!file) return null;
      const { size } = await file.stat();
      return { size, body: file.createReadStream(rangeOf?.(size) ?? {}) };
    },
    has: async (key) => (await stat(pathOf(key)).catch(missing)) !== null,
    remove: (key) => rm(pathOf(key), { force: true }),
  };
}

function missing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
