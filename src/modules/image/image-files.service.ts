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

const note: Statement = {
  name: 'note-image-file',
  text: `insert into image_files (key, image_id, size, made_at) values ($1, $2, $3, $4)
    on conflict (key) do update set size = excluded.size, made_at = excluded.made_at`,
};

/**
 * Puts a file of an image into the store. Until the transaction ends nobody sweeps it. That it may be there is noted
 * outside of the transaction, so that it is found whatever fails after it.
 */
export async function keepFile(tx: Context, imageId: string, key: string, bytes: Buffer): Promise<void> {
  await lockName(tx.em, lockOf(imageId));
  await runStatement(tx.em.fork(), note, [key, imageId, bytes.length, tx.now]);
  await tx.library.store.put(key, bytes).catch((error) => {
    tx.log.error({ err: error }, 'a file could not be stored');
    throw storageUnavailable(error);
  });
}

/** Each sweep sees to the next. */
const nextSweep = { key: 'next', seconds: 300, after: 300 };

type Orphan = { key: string; imageId: string };

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
      const found = await runStatement<Orphan>(ctx.em, orphans, [last]);
      for (const orphan of found) await sweepFile(ctx, orphan);
      if (found.length < batch) break;
      last = found.at(-1)?.key ?? '';
    }
    await ctx.jobs.enqueue(ctx.em, sweepImageFiles, {}, nextSweep);
  },
};

/** Whoever is storing a file of the image holds the lock; once it is free the image is there or will never be. */
async function sweepFile(ctx: Context, { key, imageId }: Orphan): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    if (!(await tryLockName(tx.em, lockOf(imageId)))) return;
    const gone = `delete from image_files where key = ? and not exists (select from images where id = ?) returning key`;
    const deleted = await tx.em.execute(gone, [key, imageId]);
    if (deleted.length > 0) await tx.library.store.remove(key);
  });
}

/** Has what is left of images that are gone removed, once the transaction of `ctx` commits. */
export const requestSweep = (ctx: Context): Promise<void> => ctx.jobs.enqueue(ctx.em, sweepImageFiles, {});
