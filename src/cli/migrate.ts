import type { MikroORM } from '@mikro-orm/postgresql';
import { loadConfig } from '../config.js';
import { createLogger } from '../core/logger.js';
import { StartupError } from '../core/startup-error.js';
import { migrateDown, migrateUp, migrationStatus } from '../db/migrate.js';
import { reachDatabase } from '../server/database.js';

type Action = (orm: MikroORM, name: string | undefined) => Promise<string>;

const actions: Record<string, Action> = {
  up: async (orm) => {
    const applied = await migrateUp(orm);
    return applied.length > 0
      ? `Applied: ${applied.join(', ')}`
      : 'Nothing to apply: the database is up to date.';
  },
  down: async (orm) => {
    const undone = await migrateDown(orm);
    return undone ? `Taken back: ${undone}` : 'Nothing to take back.';
  },
  status: async (orm) => {
    const { applied, pending } = await migrationStatus(orm);
    return [...applied.map((name) => `applied  ${name}`), ...pending.map((name) => `pending  ${name}`)].join(
      '\n',
    );
  },
  new: async (orm, name) => {
    if (!name)
      throw new StartupError('A migration needs a name.', 'For example: npm run db:new -- add-comments');
    const { pending } = await migrationStatus(orm);
    if (pending.length > 0) {
      throw new StartupError(`Not applied yet: ${pending.join(', ')}.`, 'Apply it first: npm run db:migrate');
    }
    const { fileName, diff } = await orm.migrator.create(undefined, false, false, name);
    return diff.up.length > 0 ? `Written: migrations/${fileName}` : 'The entities have not changed.';
  },
};

/** `migrate up|down|status|new`: see the usage of `inkstone`. */
export async function migrate([action = '', name]: string[]): Promise<void> {
  const perform = Object.hasOwn(actions, action) ? actions[action] : undefined;
  if (!perform) throw new StartupError('Unknown action.', 'Use: inkstone migrate up|down|status|new');
  const database = await reachDatabase(loadConfig(), createLogger('warn', false), { shared: true });
  try {
    console.log(await perform(database.orm, name));
  } finally {
    await database.stop();
  }
}
