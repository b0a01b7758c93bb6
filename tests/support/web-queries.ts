import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DocumentNode, Kind, parse, print } from 'graphql';
import { rootFolder } from './environment.ts';

/** The queries that the web client really sends, with all their fragments. */
export function webQueries(): { name: string; query: string }[] {
  const folder = join(rootFolder, 'web/src');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.graphql'),
  );
  const all: DocumentNode = parse(files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n'));
  const fragments = all.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  return all.definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION || definition.operation !== 'query') return [];
    const used = closure(print(definition), fragments.map(print));
    return { name: definition.name?.value ?? '', query: used };
  });
}

/** A document with just the fragments that it needs: others would be refused. */
function closure(document: string, fragments: string[]): string {
  const needed = fragments.filter((fragment) => {
    const [, name] = /^fragment (\w+)/.exec(fragment) ?? [];
    return new RegExp(`\\.\\.\\.${name}\\b`).test(document) && !document.includes(fragment);
  });
  return needed.length > 0 ? closure([document, ...needed].join('\n'), fragments) : document;
}
