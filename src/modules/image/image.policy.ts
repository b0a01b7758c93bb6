import type { Viewer } from '../../context.js';
import type { Where } from '../../read/where.js';
import type { Image } from './image.entity.js';
import type { Proof } from './image-links.js';
import { Visibility } from './visibility.js';

const isOwner = (viewer: Viewer | null, image: Image): boolean => viewer?.id === image.owner.id;

/** Whoever knows where an image is may see it, unless it is private and nothing that everyone may see shows it. */
export const canReadImage = (viewer: Viewer | null, image: Image): boolean =>
  image.visibility !== Visibility.PRIVATE || image.shown === true || isOwner(viewer, image);

/** The same rule as a condition on rows: see `canReadImage`. */
export const readableImages = (viewer: Viewer | null): Where<Image> => ({
  $or: [
    { visibility: { $ne: Visibility.PRIVATE } },
    ...(viewer ? [{ owner: viewer.id }] : []),
    { shown: true },
  ],
});

/** An image is its owner's to change and to delete. */
export const canChangeImage = isOwner;

/** Whether everyone may see it, and may know where it is. */
export const isOpen = ({ visibility, shown }: Pick<Image, 'visibility' | 'shown'>): boolean =>
  visibility === Visibility.PUBLIC || shown === true;

/**
 * A URL that was made here shows an image until it ends; of private images only such as end at all. What is open to
 * everyone and listed needs no proof.
 */
export function canFetchImage(
  image: Image,
  { proof, isListed }: { proof: Proof | null; isListed: boolean },
  now: Date,
): boolean {
  if (isOpen(image) && isListed) return true;
  if (!proof || proof.until <= now) return false;
  return isOpen(image) || image.visibility === Visibility.UNLISTED || proof.ends;
}
