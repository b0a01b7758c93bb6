import { loadConfig } from '../config.js';
import { rotateKeys } from '../core/key-folder.js';
import { StartupError } from '../core/startup-error.js';
import { recordKeyRotation } from '../server/record-key-rotation.js';

/** `keys rotate [minutes]`: makes the key that signs access tokens from now, or from so many minutes on. */
export async function keys([action, minutes = '0']: string[]): Promise<void> {
  if (action !== 'rotate' || !/^\d{1,4}$/.test(minutes)) {
    throw new StartupError('Unknown action.', 'Use: inkstone keys rotate [minutes]');
  }
  const config = loadConfig();
  const { JWT_SECRET, JWT_ALGORITHM, DATA_DIR } = config;
  if (JWT_SECRET) {
    throw new StartupError(
      'Access tokens are signed with JWT_SECRET, which is not a file.',
      'Without it there are keys to rotate. To change it, restart every process with another: all users sign in again.',
    );
  }
  const moment = new Date(Date.now() + Number(minutes) * 60_000);
  const { made, removed } = rotateKeys(DATA_DIR, JWT_ALGORITHM, moment);
  console.log(`Made the ${JWT_ALGORITHM} key ${DATA_DIR}/keys/${made}.key, which signs from that moment on.
Processes on this folder see it by themselves. Copies of the folder need the file before it signs.
Tokens of the key before stay good until they expire, so leave its file where it is.`);
  if (removed.length > 0) console.log(`Removed, replaced more than a month ago: ${removed.join(', ')}`);
  await recordKeyRotation(config, `${JWT_ALGORITHM} ${made}`).catch((error) =>
    console.error(`This is not in the audit log, because the database cannot be used: ${error.message}`),
  );
}
