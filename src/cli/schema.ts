import { readFileSync } from 'node:fs';
import { StartupError } from '../core/startup-error.js';
import { createSchema, printContract } from '../server/schema.js';

/** `schema print`: the GraphQL schema. `schema check`: whether schema.graphql says the same. */
export async function schema([action]: string[]): Promise<void> {
  const contract = printContract(await createSchema());
  if (action === 'print') process.stdout.write(contract);
  else if (action !== 'check') throw new StartupError('Unknown action.', 'Use: inkstone schema print|check');
  else if (readFileSync('schema.graphql', 'utf8') !== contract) {
    throw new StartupError('schema.graphql is not what the code says.', 'Write it anew: npm run codegen');
  }
}
