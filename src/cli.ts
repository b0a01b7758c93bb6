import { exportAll } from './cli/export.js';
import { importPosts } from './cli/import.js';
import { keys } from './cli/keys.js';
import { migrate } from './cli/migrate.js';
import { schema } from './cli/schema.js';
import { store } from './cli/store.js';
import { user } from './cli/user.js';
import { StartupError } from './core/startup-error.js';

type Command = (args: string[]) => Promise<void>;

const commands: Record<string, Command> = {
  export: exportAll,
  import: importPosts,
  keys,
  migrate,
  schema,
  store,
  user,
};

const usage = `inkstone <command>

  export [file]                  write everything into one archive
  import <folder or file>        take over a blog, or restore an archive: see docs/guides/moving-in.md
  keys rotate [minutes]          make the key that signs from now, or from so many minutes on
  migrate up                     apply the pending migrations
  migrate down                   take the newest migration back
  migrate status                 list applied and pending migrations
  migrate new <name>             write a migration for what changed in the entities
  schema print                   print the GraphQL schema
  schema check                   compare it with schema.graphql
  store check                    compare the files of images with the database
  store mend                     remove files that nobody knows of, and have lost sizes made again
  user create-admin [username]   make an admin; asks for the password, or reads it from standard input
`;

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;

try {
  if (!command) throw new StartupError(name ? `There is no command "${name}".` : 'Which command?', usage);
  await command(args);
} catch (error) {
  process.exitCode = 1;
  if (error instanceof StartupError) console.error(`${error.message}\n→ ${error.mend}`);
  else throw error;
}
