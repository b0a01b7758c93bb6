import { ref } from '@mikro-orm/core';
import type { Context } from '../../context.js';
import { badField, conflict, notFound } from '../../core/errors.js';
import { isId } from '../../core/id.js';
import { inTransaction } from '../../core/transaction.js';
import type { Selection } from '../../read/selection.js';
import type { Where } from '../../read/where.js';
import { type Image, ImageShare } from './image.entity.js';
import { canChangeImage } from './image.policy.js';
import { lockOwnImage } from './image.service.js';

const mostShares = 100;

/** The rows that still give a right. */
export const sharesAt = (now: Date): Where<ImageShare> => ({
  $or: [{ expiresAt: null }, { expiresAt: { $gt: now } }],
});

/** The image that a token is for; null when the token is not good any more. */
export async function sharedImageOrNull(
  ctx: Context,
  token: string,
  selection: Selection,
): Promise<Image | null> {
  const id = ctx.library.links.shareIdOf(token);
  if (id === null) return null;
  const where = { $and: [{ id }, sharesAt(ctx.now)] };
  const share = await ctx.read.one(ImageShare, where, new Map([['image', selection]]));
  // URLs of this image carry the token, so that they end with it.
  return share && { ...(share.image as unknown as Image), share: token };
}

export function shareImage(ctx: Context, id: string, expiresAt: Date | null): Promise<ImageShare> {
  if (expiresAt && expiresAt <= ctx.now) {
    throw badField(['expiresAt'], 'PAST', 'A share ends in the future, or not by itself.');
  }
  return inTransaction(ctx, async (tx) => {
    const image = await lockOwnImage(tx, id);
    await tx.em.nativeDelete(ImageShare, { image: id, expiresAt: { $lte: tx.now } });
    if ((await tx.em.count(ImageShare, { image: id })) >= mostShares) {
      throw conflict(`An image has at most ${mostShares} shares. Revoke some first.`);
    }
    return tx.em.create(ImageShare, { image: ref(image), expiresAt, createdAt: tx.now });
  });
}

export function revokeImageShare(ctx: Context, id: string): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    const share = isId(id) ? await tx.em.findOne(ImageShare, { id }, { populate: ['image'] }) : null;
    if (!share || !canChangeImage(tx.viewer, share.image.unwrap())) throw notFound('Share');
    tx.em.remove(share);
    return share.id;
  });
}
