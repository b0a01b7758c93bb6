import type { Viewer } from '../../context.js';
import type { Where } from '../../read/where.js';
import { type Image, Visibility } from './image.entity.js';
import type { Proof } from './image-links.js';

const isOwner = (viewer: Viewer | null, image: Image): boolean => viewer?.id === image.owner.id;

/** Whoever knows where an image is may see it unless it is private. */
export const canReadImage = (viewer: Viewer | null, image: Image): boolean =>
  image.visibility !== Visibility.PRIVATE || isOwner(viewer, image);

/** The same rule as a condition on rows: see `canReadImage`. */
export const readableImages = (viewer: Viewer | null): Where<Image> =>
  viewer
    ? { $or: [{ visibility: { $ne: Visibility.PRIVATE } }, { owner: viewer.id }] }
    : { visibility: { $ne: Visibility.PRIVATE } };

/** An image is its owner's to change and to delete. */
export const canChangeImage = isOwner;

/** A URL that was made here shows an image until it ends; of private images only such as end at all. */
export function canFetchImage({ visibility }: Image, proof: Proof | null, now: Date): boolean {
  if (visibility === Visibility.PUBLIC) return true;
  if (!proof || proof.until <= now) return false;
  return visibility === Visibility.UNLISTED || proof.ends;
}
