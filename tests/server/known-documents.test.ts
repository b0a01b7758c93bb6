import { join } from 'node:path';
import { type GraphQLSchema, parse } from 'graphql';
import { useApi } from '../support/api.ts';
import { rootFolder } from '../support/environment.ts';
import { askUntilKept } from '../support/kept.ts';

const api = useApi();

const load = (file: string) => import(join(rootFolder, 'dist/src/server', file));

describe('a document that comes again', () => {
  it.each<[string, string, Record<string, unknown>]>([
    [
      'with a filter, which has filters in it',
      '$v: PostFilter',
      { v: { or: [{ tag: 'a' }, { not: { tag: 'b' } }] } },
    ],
    ['with a list of filters', '$v: [PostFilter!]', { v: [{ tag: 'a' }] }],
    ['with one filter for a list of them', '$v: [PostFilter!]', { v: { tag: 'a' } }],
    ['with a default', '$v: PostFilter = { status: [PUBLISHED] }', {}],
    ['with null', '$v: PostFilter', { v: null }],
  ])('is compiled: %s', async (_what, variable, variables) => {
    const filter = variable.includes('[PostFilter') ? '{ or: $v }' : '$v';
    const query = `query (${variable}) { posts(filter: ${filter}) { totalCount } }`;
    await askUntilKept(api, query, variables);
  });

  it('is forgotten after many others, however they came', async () => {
    const { createKnownDocuments }: typeof import('../../src/server/known-documents.ts') =
      await load('known-documents.js');
    const { createSchema }: { createSchema: () => Promise<GraphQLSchema> } = await load('schema.js');
    const known = createKnownDocuments(await createSchema());
    const use = (text: string, times: number) => {
      for (let n = 0; n < times; n += 1) known.use(text, undefined, parse(text));
    };
    use('{ __typename }', 3);
    expect(known.find('{ __typename }', undefined)).not.toBeNull();
    for (let n = 0; n < 2_000; n += 1) use(`{ a${n}: __typename }`, 3);
    expect(known.find('{ __typename }', undefined)).toBeNull();
    expect(known.find('{ a1999: __typename }', undefined)).not.toBeNull();
  });
});
