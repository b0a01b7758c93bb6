import { ref } from '@mikro-orm/core';
import type { Context, Viewer } from '../../context.js';
import { AppError, badField, type FieldError } from '../../core/errors.js';
import { shownFilename } from '../../core/filename.js';
import { inTransaction, lockName } from '../../core/transaction.js';
import type { Upload } from '../../core/upload.js';
import { User } from '../user/user.entity.js';
import { Image } from './image.entity.js';
import type { UploadImageInput } from './image.input.js';
import { ownAlbum } from './image.service.js';
import { inTurn, type Picture, readPicture } from './image-codec.js';
import { keepFile, lockFiles, originalKey, requestSweep } from './image-files.service.js';
import { Visibility } from './visibility.js';

/** The same bytes again are the image that is there already, as it is. */
export function uploadImage(ctx: Context, file: Upload, input: UploadImageInput | null): Promise<Image> {
  return inTurn(() => addImage(ctx, file, input ?? {}, ['file']));
}

/** An image for each file, or the error that says why not: one that fails does not take others with it. */
export function uploadImages(
  ctx: Context,
  files: Upload[],
  input: UploadImageInput | null,
): Promise<(Image | Error)[]> {
  const add = (file: Upload, index: number) =>
    inTurn(() => addImage(ctx, file, input ?? {}, ['files', index]));
  return Promise.all(files.map((file, index) => add(file, index).catch(ofOneFile)));
}

/** What is wrong with one file is not the status of the whole reply. */
function ofOneFile(error: Error): Error {
  if (error instanceof AppError) delete error.extensions.http;
  return error;
}

async function addImage(
  ctx: Context,
  file: Upload,
  input: UploadImageInput,
  path: FieldError['path'],
): Promise<Image> {
  const filename = filenameOf(file, path);
  const { id: owner } = ctx.viewer as Viewer;
  const upload = await file.bytes();
  if (upload.length === 0) throw badField(path, 'EMPTY', 'The file is empty.');
  const { sha256 } = file;
  const known = await ctx.em.findOne(Image, { owner, sha256 });
  if (known) return known;
  const { bytes, ...picture } = await readPicture(upload, path);
  const { alt = '', visibility = Visibility.PRIVATE, albumId } = input;
  return saveImage(ctx, bytes, { owner, sha256, filename, alt, visibility, albumId, ...picture });
}

function filenameOf({ filename }: Upload, path: FieldError['path']): string {
  const shown = filename.includes('\0') ? '' : shownFilename(filename);
  if (shown) return shown;
  throw badField(path, 'FILENAME', 'A file has a name, and there is no U+0000 in it.');
}

type NewImage = Omit<Picture, 'bytes'> &
  Pick<Image, 'sha256' | 'filename' | 'alt' | 'visibility'> & {
    owner: string;
    albumId: string | null | undefined;
  };

/** Row and file are one: when anything fails, what is left is swept. */
async function saveImage(
  ctx: Context,
  bytes: Buffer,
  { owner, albumId, ...image }: NewImage,
): Promise<Image> {
  try {
    return await inTransaction(ctx, async (tx) => {
      await lockName(tx.em, `images of ${owner}`);
      const known = await tx.em.findOne(Image, { owner, sha256: image.sha256 });
      if (known) return known;
      await checkQuota(tx, owner, bytes.length);
      const added = tx.em.create(Image, {
        ...image,
        owner: ref(User, owner),
        album: await ownAlbum(tx, albumId),
        size: bytes.length,
        createdAt: tx.now,
      });
      await lockFiles(tx, added.id);
      await keepFile(tx, added.id, originalKey(added.id), bytes);
      return added;
    });
  } catch (error) {
    await requestSweep(ctx).catch(() => ctx.log.warn('the next sweep has to find what an upload left'));
    throw error;
  }
}

async function checkQuota(tx: Context, owner: string, size: number): Promise<void> {
  const { quotaBytes } = tx.library;
  const [row] = await tx.em.execute<{ used: string }[]>(
    'select coalesce(sum(size), 0) as used from images where owner_id = ?',
    [owner],
  );
  if (Number(row?.used) + size <= quotaBytes) return;
  const message = `This would be more than the ${Math.floor(quotaBytes / 1_048_576)} MB that you may keep. Delete images first.`;
  throw new AppError('CONFLICT', message, { limit: quotaBytes, size: Number(row?.used) + size });
}
