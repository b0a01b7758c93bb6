import { LRUCache } from 'lru-cache';
import type { Changes } from '../../core/changes.js';
import type { Reader } from '../../read/read.js';
import { everything } from '../../read/selection.js';
import { Image } from './image.entity.js';

const mostKept = 10_000;

type Kept = { image: Image; moment: number };

/** Finds an image by its id, whoever may see it; null when there is none. */
export type ImageFinder = (id: string) => Promise<Image | null>;

/** What was found is kept until some image changes, on whichever process. */
export function createImageFinder(read: Reader, changes: Changes): ImageFinder {
  const kept = new LRUCache<string, Kept>({ max: mostKept });
  return async (id) => {
    const known = kept.get(id);
    if (known && changes.unchangedSince(known.moment, ['images'])) return known.image;
    const moment = changes.moment();
    const image = await read.one(Image, { id }, everything);
    if (image) kept.set(id, { image, moment });
    else kept.delete(id);
    return image;
  };
}
