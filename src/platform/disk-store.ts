import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { Store } from './store.js';

/** Where a file is until it is whole. Whoever puts a file is the only one for its key: the caller sees to that. */
const draftOf = (path: string): string => `${path}.draft`;

/** Files in a folder, which processes may share. */
export function diskStore(folder: string): Store {
  const pathOf = (key: string) => join(folder, key);

  return {
    put: async (key, bytes) => {
      const path = pathOf(key);
      const draft = draftOf(path);
      await mkdir(dirname(path), { recursive: true });
      try {
        await writeFile(draft, bytes, { flush: true });
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
    remove: async (key) => {
      await rm(draftOf(pathOf(key)), { force: true });
      await rm(pathOf(key), { force: true });
    },
    keys: async function* () {
      const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(missing);
      for (const entry of found ?? []) {
        if (entry.isFile()) yield relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/');
      }
    },
  };
}

function missing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
