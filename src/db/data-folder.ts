import { createHash } from 'node:crypto';
import { existsSync, realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartupError } from '../core/startup-error.js';

/**
 * Takes a data folder for this process; throws a StartupError when another one has it. What is taken is a local
 * socket named after the folder: the system frees it however its holder ends, so no stale lock is ever left.
 */
export async function takeFolder(dataDir: string): Promise<{ release: () => void }> {
  const address = addressOf(realpathSync(dataDir));
  const server = (await listen(address)) ?? ((await isDeadFile(address)) ? await listen(address) : null);
  if (!server) {
    throw new StartupError(
      `The data folder ${dataDir} is in use by another Inkstone.`,
      'Stop that one, or give this one a folder of its own: DATA_DIR=./data-2 PORT=4001 npm start',
    );
  }
  server.unref();
  return { release: () => server.close() };
}

/** Whether a process has taken a data folder and not ended since. */
export const isFolderTaken = async (dataDir: string): Promise<boolean> =>
  existsSync(dataDir) && !(await isDeadFile(addressOf(realpathSync(dataDir))));

/** Linux has names that are no files and Windows has pipes; elsewhere it is a file, which can be left behind. */
function addressOf(folder: string): string {
  const name = `inkstone-${createHash('sha256').update(folder).digest('hex').slice(0, 32)}`;
  if (process.platform === 'linux') return `\0${name}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

function listen(address: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    );
    server.listen(address, () => resolve(server));
  });
}

/** Whether nobody listens at a socket file any more; it is deleted then. */
function isDeadFile(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address, () => {
      socket.destroy();
      resolve(false);
    });
    socket.on('error', () => {
      if (!address.startsWith('\0')) rmSync(address, { force: true });
      resolve(true);
    });
  });
}
