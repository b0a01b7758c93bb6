import { LockMode, ref } from '@mikro-orm/core';
import type { Context, Viewer } from '../../context.js';
import { badField, forbidden, notFound } from '../../core/errors.js';
import { isId } from '../../core/id.js';
import type { Page, PageArgs, PageOrder } from '../../core/page.js';
import { inTransaction } from '../../core/transaction.js';
import type { AskedField } from '../../read/resolving.js';
import type { Selection } from '../../read/selection.js';
import { ofOwner } from '../../read/where.js';
import { User } from '../user/user.entity.js';
import { Album } from './album.entity.js';
import type { CreateAlbumInput, UpdateAlbumInput } from './album.input.js';
import { canChangeAlbum, canReadAlbum, listedInAlbums, readableAlbums } from './album.policy.js';
import { Image } from './image.entity.js';
import { newestImages } from './image.service.js';
import { Visibility } from './visibility.js';

const newest: PageOrder<Album> = { name: 'NEWEST', property: 'createdAt', descending: true };

/** An album by id; null when it is missing or the viewer may not see it. */
export async function albumOrNull(ctx: Context, id: string, selection: Selection): Promise<Album | null> {
  if (!isId(id)) return null;
  return ctx.read.one(Album, { $and: [{ id }, readableAlbums(ctx.viewer)] }, selection);
}

/** The viewer's own albums, newest first. */
export async function listAlbums(ctx: Context, args: PageArgs, selection: Selection): Promise<Page<Album>> {
  return ctx.read.page(Album, { owner: (ctx.viewer as Viewer).id }, newest, args, selection);
}

/** What an album holds, as far as the viewer may find it, newest first. */
export async function listImagesOf(
  ctx: Context,
  album: Album,
  args: PageArgs,
  field: AskedField,
): Promise<Page<Image>> {
  const where = { $and: [{ album: ofOwner }, listedInAlbums(ctx.viewer)] };
  return ctx.loaders.page.load({ owner: album.id, field, entity: Image, where, order: newestImages, args });
}

export function createAlbum(ctx: Context, { name, visibility }: CreateAlbumInput): Promise<Album> {
  return inTransaction(ctx, async (tx) =>
    tx.em.create(Album, {
      name,
      visibility: visibility ?? Visibility.PRIVATE,
      createdAt: tx.now,
      owner: ref(User, (tx.viewer as Viewer).id),
    }),
  );
}

export function updateAlbum(ctx: Context, id: string, input: UpdateAlbumInput): Promise<Album> {
  const { name, visibility } = input;
  if (name === undefined && visibility === undefined) {
    throw badField(['input'], 'REQUIRED', 'Nothing to change: give a name or a visibility.');
  }
  return inTransaction(ctx, async (tx) => {
    const album = await lockAlbum(tx, id);
    album.name = name ?? album.name;
    album.visibility = visibility ?? album.visibility;
    return album;
  });
}

/** The images stay. */
export function deleteAlbum(ctx: Context, id: string): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    const album = await lockAlbum(tx, id);
    tx.em.remove(album);
    return album.id;
  });
}

/** Loads and locks an album that the viewer may change; an unreadable one is reported as missing. */
async function lockAlbum(tx: Context, id: string): Promise<Album> {
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;
  const album = isId(id) ? await tx.em.findOne(Album, { id }, lock) : null;
  if (!album || !canReadAlbum(tx.viewer, album)) throw notFound('Album');
  if (!canChangeAlbum(tx.viewer, album)) throw forbidden('Only its owner may change an album.');
  return album;
}
