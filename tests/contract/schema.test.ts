import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { rootFolder } from '../support/environment.ts';
import { runToEnd } from '../support/process.ts';

const committed = readFileSync(join(rootFolder, 'schema.graphql'), 'utf8');

/** They have no name of their own to describe. */
const roots = ['Query', 'Mutation', 'Subscription'];

describe('schema.graphql', () => {
  it('is what the code prints (else: npm run codegen)', async () => {
    const { code, output } = await runToEnd('cli.js', ['schema', 'print'], {});
    expect(code).toBe(0);
    expect(output).toBe(committed);
  });

  it('describes every type, field, argument and value', () => {
    expect(undescribed(buildSchema(committed))).toEqual([]);
  });
});

function undescribed(schema: GraphQLSchema): string[] {
  const missing: string[] = [];
  const check = (name: string, { description }: { description?: string | null }) => {
    if (!description) missing.push(name);
  };
  for (const type of Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'))) {
    if (!roots.includes(type.name)) check(type.name, type);
    if (isEnumType(type)) for (const value of type.getValues()) check(`${type.name}.${value.name}`, value);
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      check(`${type.name}.${field.name}`, field);
      if (!('args' in field)) continue;
      for (const argument of field.args) check(`${type.name}.${field.name}(${argument.name}:)`, argument);
    }
  }
  return missing;
}
