import { StartupError } from '../core/startup-error.js';
import { createSchema, printContract } from '../server/schema.js';

/** `schema print`: the GraphQL schema, as schema.graphql has it. */
export async function printSchema([action]: string[]): Promise<void> {
  if (action !== 'print') throw new StartupError('Unknown action.', 'Use: inkstone schema print');
  process.stdout.write(printContract(await createSchema()));
}
