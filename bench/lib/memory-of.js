import { execFileSync } from 'node:child_process';

/** Resident memory in MiB of a process and all that it started. */
export function memoryOf(pid) {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const family = new Set([pid]);
  // A parent may stand behind its child in the list: look until nobody is added.
  for (let size = 0; size < family.size; ) {
    size = family.size;
    for (const [child, parent] of rows) if (family.has(parent)) family.add(child);
  }
  const kibibytes = rows.filter(([id]) => family.has(id)).reduce((total, [, , rss]) => total + rss, 0);
  return kibibytes / 1024;
}
