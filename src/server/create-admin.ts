import { GraphQLError } from 'graphql';
import type { Config } from '../config.js';
import { createLogger } from '../core/logger.js';
import { StartupError } from '../core/startup-error.js';
import { validateArgument } from '../core/validation.js';
import { createAdmin } from '../modules/auth/account.service.js';
import { RegisterInput } from '../modules/auth/auth.input.js';
import { openDatabase } from './database.js';

/** Makes an account with the role ADMIN; throws a StartupError that says what is wrong with its name or password. */
export async function createAdminAccount(config: Config, username: string, password: string): Promise<void> {
  const input = Object.assign(new RegisterInput(), { username, password });
  await validateArgument(input, RegisterInput).catch(explain);
  const log = createLogger('warn', false);
  const database = await openDatabase(config, log, { shared: true });
  const scope = { em: database.orm.em.fork(), now: new Date(), log, forget: () => {} };
  await createAdmin(scope, input).catch(explain).finally(database.stop);
}

function explain(error: unknown): never {
  if (!(error instanceof GraphQLError)) throw error;
  throw new StartupError(`No account was made. ${error.message}`, 'Try again: inkstone user create-admin');
}
