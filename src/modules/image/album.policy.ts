import type { Viewer } from '../../context.js';
import type { Where } from '../../read/where.js';
import type { Album } from './album.entity.js';
import type { Image } from './image.entity.js';
import { Visibility } from './visibility.js';

const isOwner = (viewer: Viewer | null, album: Album): boolean => viewer?.id === album.owner.id;

/** Whoever knows where an album is may see it unless it is private. */
export const canReadAlbum = (viewer: Viewer | null, album: Album): boolean =>
  album.visibility !== Visibility.PRIVATE || isOwner(viewer, album);

/** The same rule as a condition on rows: see `canReadAlbum`. */
export const readableAlbums = (viewer: Viewer | null): Where<Album> =>
  viewer
    ? { $or: [{ visibility: { $ne: Visibility.PRIVATE } }, { owner: viewer.id }] }
    : { visibility: { $ne: Visibility.PRIVATE } };

/** In an album others find what is public: an unlisted image is in no list of theirs. */
export const listedInAlbums = (viewer: Viewer | null): Where<Image> =>
  viewer
    ? { $or: [{ visibility: Visibility.PUBLIC }, { owner: viewer.id }] }
    : { visibility: Visibility.PUBLIC };

export const canChangeAlbum = isOwner;
