import { LockMode } from '@mikro-orm/core';
import type { Context, Viewer } from '../../context.js';
import { forbidden, notFound } from '../../core/errors.js';
import { isId } from '../../core/id.js';
import type { Page, PageOrder } from '../../core/page.js';
import { inTransaction } from '../../core/transaction.js';
import type { Selection } from '../../read/selection.js';
import type { Where } from '../../read/where.js';
import { Image } from './image.entity.js';
import type { ImageFilter, ImagesArgs } from './image.input.js';
import { canChangeImage, canReadImage, readableImages } from './image.policy.js';
import { requestSweep } from './image-files.service.js';

const newest: PageOrder<Image> = { name: 'NEWEST', property: 'createdAt', descending: true };

/** An image by id; null when it is missing or the viewer may not see it. */
export async function imageOrNull(ctx: Context, id: string, selection: Selection): Promise<Image | null> {
  if (!isId(id)) return null;
  return ctx.read.one(Image, { $and: [{ id }, readableImages(ctx.viewer)] }, selection);
}

/** The viewer's own images, newest first. */
export async function listImages(ctx: Context, args: ImagesArgs, selection: Selection): Promise<Page<Image>> {
  const where = { $and: [{ owner: (ctx.viewer as Viewer).id }, imagesMatching(args.filter)] };
  return ctx.read.page(Image, where, newest, args, selection);
}

function imagesMatching(filter: ImageFilter | null | undefined): Where<Image> {
  return filter?.visibility ? { visibility: filter.visibility } : {};
}

export function deleteImage(ctx: Context, id: string): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    const image = await lockImage(tx, id);
    if (!canChangeImage(tx.viewer, image)) throw forbidden('Only its owner may delete an image.');
    tx.em.remove(image);
    await requestSweep(tx);
    return image.id;
  });
}

/** An unreadable image is reported as missing, so that ids cannot be probed. */
async function lockImage(tx: Context, id: string): Promise<Image> {
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;
  const image = isId(id) ? await tx.em.findOne(Image, { id }, lock) : null;
  if (!image || !canReadImage(tx.viewer, image)) throw notFound('Image');
  return image;
}
