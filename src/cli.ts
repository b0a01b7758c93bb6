import { migrate } from './cli/migrate.js';
import { printSchema } from './cli/schema.js';
import { StartupError } from './core/startup-error.js';

type Command = (args: string[]) => Promise<void>;

const commands: Record<string, Command> = { migrate, schema: printSchema };

const usage = `inkstone <command>

  migrate up           apply the pending migrations
  migrate down         take the newest migration back
  migrate status       list applied and pending migrations
  migrate new <name>   write a migration for what changed in the entities
  schema print         print the GraphQL schema
`;

const [name = '', ...args] = process.argv.slice(2);
const command = commands[name];

try {
  if (!command) throw new StartupError(name ? `There is no command "${name}".` : 'Which command?', usage);
  await command(args);
} catch (error) {
  process.exitCode = 1;
  if (error instanceof StartupError) console.error(`${error.message}\n→ ${error.mend}`);
  else throw error;
}
