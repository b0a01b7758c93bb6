import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, print, separateOperations } from 'graphql';
import { rootFolder } from './environment.ts';

/** The web client's operations by name, as it sends them: each with the fragments that it needs. */
export function webOperations(): Map<string, string> {
  const folder = join(rootFolder, 'web/src');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.graphql'),
  );
  const all = parse(files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n'));
  return new Map(Object.entries(separateOperations(all)).map(([name, document]) => [name, print(document)]));
}
