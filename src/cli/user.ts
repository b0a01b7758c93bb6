import { loadConfig } from '../config.js';
import { StartupError } from '../core/startup-error.js';
import { createAdminAccount } from '../server/create-admin.js';
import { ask, readLine } from './prompt.js';

/** `user create-admin [username]`: see the usage of `inkstone`. */
export async function user([action, given, ...more]: string[]): Promise<void> {
  if (action !== 'create-admin' || more.length > 0) {
    throw new StartupError('Unknown action.', 'Use: inkstone user create-admin [username]');
  }
  const config = loadConfig();
  const { isTTY } = process.stdin;
  const username = given ?? (isTTY ? await ask('Username: ') : missingUsername());
  const password = isTTY ? await newPassword() : await readLine();
  await createAdminAccount(config, username, password);
  console.log(`${username} can sign in now, as an admin.`);
}

function missingUsername(): never {
  throw new StartupError('Whose account?', 'Name it, and send the password: inkstone user create-admin ada');
}

async function newPassword(): Promise<string> {
  const password = await ask('Password: ', { hidden: true });
  if ((await ask('The same again: ', { hidden: true })) === password) return password;
  throw new StartupError('The two passwords differ.', 'Try again: inkstone user create-admin');
}
