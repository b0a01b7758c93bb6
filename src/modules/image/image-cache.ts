import { LRUCache } from 'lru-cache';
import type { Changes } from '../../core/changes.js';
import type { Reader } from '../../read/read.js';
import { everything, type Selection } from '../../read/selection.js';
import { Image } from './image.entity.js';
import { Visibility } from './visibility.js';

const mostKept = 10_000;

/** Whether a private image is open to everyone depends on what shows it. */
const sourcesOf = ({ visibility }: Image): string[] =>
  visibility === Visibility.PRIVATE ? ['images', 'posts', 'post_images', 'users'] : ['images'];

const selection: Selection = new Map<string, Selection>([...everything, ['shown', new Map()]]);

type Kept = { image: Image; moment: number };

/** Finds an image by its id, whoever may see it; null when there is none. */
export type ImageFinder = (id: string) => Promise<Image | null>;

/** What was found is kept until some image changes, or what may show it, on whichever process. */
export function createImageFinder(read: Reader, changes: Changes): ImageFinder {
  const kept = new LRUCache<string, Kept>({ max: mostKept });
  return async (id) => {
    const known = kept.get(id);
    if (known && changes.unchangedSince(known.moment, sourcesOf(known.image))) return known.image;
    const moment = changes.moment();
    const image = await read.one(Image, { id }, selection);
    if (image) kept.set(id, { image, moment });
    else kept.delete(id);
    return image;
  };
}
