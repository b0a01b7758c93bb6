import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readEnvironment } from './environment.ts';

/** A folder of files, by their paths in it. */
export function folderOf(files: Record<string, string | Buffer>): string {
  const folder = mkdtempSync(join(readEnvironment().folder, 'blog-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}
