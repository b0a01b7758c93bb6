import { LockMode, type Ref, ref } from '@mikro-orm/core';
import type { Context, Viewer } from '../../context.js';
import { AppError, badField, forbidden, notFound } from '../../core/errors.js';
import { isId } from '../../core/id.js';
import type { Page, PageOrder } from '../../core/page.js';
import { inTransaction } from '../../core/transaction.js';
import type { Selection } from '../../read/selection.js';
import type { Where } from '../../read/where.js';
import { Album } from './album.entity.js';
import { canReadAlbum } from './album.policy.js';
import { Image, type ImageShare } from './image.entity.js';
import type { ImageFilter, ImagesArgs, UpdateImageInput } from './image.input.js';
import { canChangeImage, canReadImage, readableImages } from './image.policy.js';
import { requestSweep } from './image-files.service.js';
import { usesOf } from './image-uses.service.js';

export const newestImages: PageOrder<Image> = { name: 'NEWEST', property: 'createdAt', descending: true };

/** An image by id; null when it is missing or the viewer may not see it. */
export async function imageOrNull(ctx: Context, id: string, selection: Selection): Promise<Image | null> {
  if (!isId(id)) return null;
  return ctx.read.one(Image, { $and: [{ id }, readableImages(ctx.viewer)] }, selection);
}

/** The viewer's own images, newest first. */
export async function listImages(ctx: Context, args: ImagesArgs, selection: Selection): Promise<Page<Image>> {
  const where = { $and: [{ owner: (ctx.viewer as Viewer).id }, imagesMatching(args.filter)] };
  return ctx.read.page(Image, where, newestImages, args, selection);
}

function imagesMatching(filter: ImageFilter | null | undefined): Where<Image> {
  const { visibility, albumId } = filter ?? {};
  if (albumId != null && !isId(albumId)) return { id: { $in: [] } };
  return { ...(visibility && { visibility }), ...(albumId != null && { album: albumId }) };
}

/** The album that an image is in, if the viewer may see it. */
export async function albumOf(ctx: Context, { album: reference }: Image): Promise<Album | null> {
  const album = reference && (await ctx.loaders.album.load(reference.id));
  return album && canReadAlbum(ctx.viewer, album) ? album : null;
}

/** The shares of an image, for its owner only. */
export async function sharesOf(ctx: Context, image: Image): Promise<ImageShare[]> {
  return canChangeImage(ctx.viewer, image) ? ctx.loaders.sharesOfImage.load(image.id) : [];
}

export function updateImage(ctx: Context, id: string, input: UpdateImageInput): Promise<Image> {
  const { alt, visibility, albumId, focalPoint } = input;
  if (Object.values(input).every((value) => value === undefined)) {
    throw badField(['input'], 'REQUIRED', 'Nothing to change: give at least one field.');
  }
  return inTransaction(ctx, async (tx) => {
    const image = await lockOwnImage(tx, id);
    image.alt = alt ?? image.alt;
    image.visibility = visibility ?? image.visibility;
    if (albumId !== undefined) image.album = await ownAlbum(tx, albumId);
    if (focalPoint !== undefined) {
      image.focalX = focalPoint?.x ?? null;
      image.focalY = focalPoint?.y ?? null;
    }
    return image;
  });
}

/** An album that the viewer may put images into; throws BAD_USER_INPUT when it is not theirs. */
export async function ownAlbum(tx: Context, id: string | null | undefined): Promise<Ref<Album> | null> {
  if (id == null) return null;
  const owner = (tx.viewer as Viewer).id;
  const album = isId(id) ? await tx.em.findOne(Album, { id, owner }) : null;
  if (album) return ref(album);
  throw badField(['input', 'albumId'], 'UNKNOWN', 'You have no album of this id.');
}

/** An image of the viewer, or of the author of what it is for, to show to others; throws BAD_USER_INPUT for another. */
export async function ownImage(
  ctx: Context,
  id: string | null | undefined,
  field: string,
  author = (ctx.viewer as Viewer).id,
): Promise<Ref<Image> | null> {
  if (id == null) return null;
  const owner = { $in: [(ctx.viewer as Viewer).id, author] };
  const image = isId(id) ? await ctx.em.findOne(Image, { id, owner }) : null;
  if (image) return ref(image);
  throw badField(['input', field], 'UNKNOWN', 'You have no image of this id.');
}

/** Throws CONFLICT, with its uses, when posts that the viewer may read show it, unless it is forced. */
export function deleteImage(ctx: Context, id: string, force: boolean): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    const image = await lockOwnImage(tx, id);
    if (!force) await refuseUsed(tx, image);
    tx.em.remove(image);
    await requestSweep(tx);
    return image.id;
  });
}

async function refuseUsed(tx: Context, image: Image): Promise<void> {
  const uses = await usesOf(tx, image);
  if (uses.length === 0) return;
  const message = 'Posts show this image. Take it out of them first, or force it.';
  throw new AppError('CONFLICT', message, { uses });
}

/** Loads and locks an image of the viewer; an unreadable one is reported as missing, so that ids cannot be probed. */
export async function lockOwnImage(tx: Context, id: string): Promise<Image> {
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;
  const image = isId(id) ? await tx.em.findOne(Image, { id }, lock) : null;
  if (!image || !canReadImage(tx.viewer, image)) throw notFound('Image');
  if (!canChangeImage(tx.viewer, image))
    throw forbidden('This image is for its owner to change and to delete.');
  return image;
}
