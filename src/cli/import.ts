import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadConfig } from '../config.js';
import { createProgress } from '../core/progress.js';
import { StartupError } from '../core/startup-error.js';
import { restoreFrom } from '../server/archive.js';
import { importFrom, type Origin } from '../server/import.js';

const usage =
  'Use: inkstone import <folder> | <archive.tar.gz> | --ghost <file.json> | --wordpress <file.xml>   [--author name] [--zone +08:00] [--update] [--dry-run] [--json]';

const options = {
  ghost: { type: 'string' },
  wordpress: { type: 'string' },
  author: { type: 'string' },
  zone: { type: 'string', default: 'Z' },
  update: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

/** `import`: see the usage of `inkstone` and docs/guides/moving-in.md. */
export async function importPosts(args: string[]): Promise<void> {
  const { values, positionals } = read(args);
  const [place] = positionals;
  if (place && statSync(place, { throwIfNoEntry: false })?.isFile()) return restore(place);
  const { author = null, update, 'dry-run': dryRun, json } = values;
  const report = await importFrom(
    loadConfig(),
    originOf(values, positionals),
    author,
    { update, dryRun },
    (posts) => (json ? () => {} : createProgress('Importing posts', posts).step),
  );
  if (json) return console.log(JSON.stringify(report));
  const { imported, updated, unchanged, skipped, notes } = report;
  for (const { source, note } of notes) console.log(`${source}: ${note}`);
  for (const { source, reason } of skipped) console.log(`skipped  ${source}: ${reason}`);
  console.log(
    `${dryRun ? 'Would be: ' : ''}${imported.length} imported, ${updated.length} updated, ${unchanged.length} there already, ${skipped.length} skipped.`,
  );
}

async function restore(file: string): Promise<void> {
  const { rows, madeAt } = await restoreFrom(loadConfig(), file);
  console.log(
    `Restored: ${rows.posts} posts of ${rows.users} users, as they were at ${madeAt}. Everyone signs in again.`,
  );
}

function read(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new StartupError((error as Error).message, usage);
  }
}

type Values = ReturnType<typeof read>['values'];

function originOf({ ghost, wordpress, zone }: Values, [folder, ...more]: string[]): Origin {
  const origins = [folder, ghost, wordpress].filter((origin) => origin !== undefined);
  if (origins.length !== 1 || more.length > 0) throw new StartupError('Import from where?', usage);
  if (!/^(Z|[+-]\d{2}:\d{2})$/.test(zone))
    throw new StartupError(`${zone} is no zone.`, 'For example: --zone +08:00');
  if (ghost !== undefined) return { ghost };
  return wordpress === undefined ? { folder: folder as string, zone } : { wordpress };
}
