import { createReadStream, createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';
import type { Config } from '../config.js';
import { createProgress } from '../core/progress.js';
import { StartupError } from '../core/startup-error.js';
import type { Manifest } from '../modules/transfer/archive.js';
import { exportArchive } from '../modules/transfer/export.service.js';
import { restoreArchive } from '../modules/transfer/restore.service.js';
import { withContext } from './command-context.js';

/** Writes everything into `file`, which must not be there yet and has its name only once it is whole. */
export function exportTo(config: Config, file: string): ReturnType<typeof exportArchive> {
  if (existsSync(file)) {
    throw new StartupError(`${file} is there already.`, 'Name another file, or remove that one.');
  }
  return withContext(config, async (ctx) => {
    const tar = pack();
    const unfinished = `${file}.part`;
    const writing = pipeline(tar, createGzip(), createWriteStream(unfinished, { mode: 0o600 }));
    try {
      const writeAll = exportArchive(ctx, tar, progressOf('Exporting rows'));
      const [exported] = await Promise.all([writeAll, writing]);
      renameSync(unfinished, file);
      return exported;
    } catch (error) {
      tar.destroy();
      rmSync(unfinished, { force: true });
      throw cannotWrite(file, error as NodeJS.ErrnoException);
    }
  });
}

/** Restores what `exportTo` wrote, all of it or nothing. */
export function restoreFrom(config: Config, file: string): Promise<Manifest> {
  return withContext(config, (ctx) =>
    restoreArchive(ctx, createReadStream(file), progressOf('Restoring rows')),
  );
}

const progressOf = (what: string) => (rows: number) => {
  const { step } = createProgress(what, rows);
  return (count: number) => {
    for (let index = 0; index < count; index += 1) step();
  };
};

const cannotWrite = (file: string, error: NodeJS.ErrnoException): Error =>
  error.code === undefined || error.path === undefined
    ? error
    : new StartupError(
        `${file} cannot be written: ${error.message}`,
        'Name a place that this user may write to.',
        {
          cause: error,
        },
      );
