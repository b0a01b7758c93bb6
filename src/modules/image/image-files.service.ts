import type { Context, JobContext } from '../../context.js';
import { storageUnavailable } from '../../core/errors.js';
import {
  inTransaction,
  lockName,
  runStatement,
  type Statement,
  tryLockName,
} from '../../core/transaction.js';
import type { JobKind } from '../../platform/jobs.js';

/** How many files one look finds. */
const batch = 500;

/** Folders stay small: the end of an id is random. */
export const originalKey = (imageId: string): string => `originals/${imageId.slice(-2)}/${imageId}`;

const lockOf = (imageId: string): string => `files of image ${imageId}`;

/** Whoever stores files of an image takes turns until their transactions end, and nobody sweeps them meanwhile. */
export const lockFiles = (tx: Context, imageId: string): Promise<void> => lockName(tx.em, lockOf(imageId));

const note: Statement = {
  name: 'note-image-file',
  text: `insert into image_files (key, image_id, size, made_at) values ($1, $2, $3, $4)
    on conflict (key) do update set size = excluded.size, made_at = excluded.made_at`,
};

/**
 * Puts a file of an image, whose files are locked, into the store. That it may be there is noted outside of the
 * transaction, so that it is found whatever fails after it.
 */
export async function keepFile(tx: Context, imageId: string, key: string, bytes: Buffer): Promise<void> {
  await runStatement(tx.em.fork(), note, [key, imageId, bytes.length, tx.now]);
  await tx.library.store.put(key, bytes).catch((error) => {
    tx.log.error({ err: error }, 'a file could not be stored');
    throw storageUnavailable(error);
  });
}

/** Each sweep sees to the next. */
const nextSweep = { key: 'next', seconds: 300, after: 300 };

/** A file as it is noted. */
type Noted = { key: string; imageId: string };

const orphans: Statement = {
  name: 'orphaned-image-files',
  text: `select key, image_id as "imageId" from image_files
    where key > $1 and not exists (select from images where images.id = image_files.image_id)
    order by key limit ${batch}`,
};

/** Removes the files whose image is gone, or never came to be. */
export const sweepImageFiles: JobKind<object, JobContext> = {
  name: 'sweep-image-files',
  retries: 10,
  run: async (ctx) => {
    for (let last = ''; ; ) {
      const found = await runStatement<Noted>(ctx.em, orphans, [last]);
      for (const orphan of found) await sweepFile(ctx, orphan);
      if (found.length < batch) break;
      last = found.at(-1)?.key ?? '';
    }
    await trimVariants(ctx);
    await ctx.jobs.enqueue(ctx.em, sweepImageFiles, {}, nextSweep);
  },
};

/** Whoever is storing a file of the image holds the lock; once it is free the image is there or will never be. */
const sweepFile = (ctx: Context, file: Noted): Promise<void> =>
  removeFile(ctx, file, 'not exists (select from images where id = image_id)');

async function removeFile(ctx: Context, { key, imageId }: Noted, condition: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    if (!(await tryLockName(tx.em, lockOf(imageId)))) return;
    const statement = `delete from image_files where key = ? and ${condition} returning key`;
    const deleted = await tx.em.execute(statement, [key]);
    if (deleted.length > 0) await tx.library.store.remove(key);
  });
}

const oldVariants: Statement = {
  name: 'old-image-variants',
  text: `select key, "imageId" from (
      select key, image_id as "imageId", sum(size) over (order by made_at desc, key) as newer
      from image_files where key like 'variants/%'
    ) files where newer > $1`,
};

/** Keeps variants within their bound: the oldest go, and are made again when they are asked for. */
async function trimVariants(ctx: Context): Promise<void> {
  const old = await runStatement<Noted>(ctx.em, oldVariants, [ctx.library.cacheBytes]);
  for (const file of old) await removeFile(ctx, file, 'true');
}

/** Has what is left of images that are gone removed, once the transaction of `ctx` commits. */
export const requestSweep = (ctx: Context): Promise<void> => ctx.jobs.enqueue(ctx.em, sweepImageFiles, {});
