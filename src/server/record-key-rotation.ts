import type { Config } from '../config.js';
import { createLogger } from '../core/logger.js';
import { recordEvent } from '../modules/audit/audit.service.js';
import { openDatabase } from './database.js';

/** Says in the audit log that the operator made a key; throws when the database cannot be used. */
export async function recordKeyRotation(config: Config, detail: string): Promise<void> {
  const log = createLogger('warn', false);
  const database = await openDatabase(config, log, { shared: true });
  const recorder = { em: database.orm.em.fork(), now: new Date(), log };
  await recordEvent(recorder, 'keys-rotated', { detail }).finally(database.stop);
}
