import type { Store } from '../../platform/store.js';
import type { ImageLinks } from './image-links.js';

/** What images take beside the database. */
export type ImageLibrary = {
  store: Store;
  links: ImageLinks;
  /** How many bytes of images a user may keep. */
  quotaBytes: number;
  /** How many bytes of variants are kept. */
  cacheBytes: number;
};
