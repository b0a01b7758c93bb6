import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { loadById } from '../../core/loader.js';
import { Album } from './album.entity.js';
import { ImageShare } from './image.entity.js';

/** Albums by id, whoever may see them. */
export const createAlbumLoader = (em: () => EntityManager) => loadById(em, Album);

/** The shares of images by image id, the first made first. */
export function createSharesOfImageLoader(em: () => EntityManager): DataLoader<string, ImageShare[]> {
  return new DataLoader(async (imageIds) => {
    const found = await em().find(ImageShare, { image: { $in: [...imageIds] } }, { orderBy: { id: 'asc' } });
    const byImage = Map.groupBy(found, (share) => share.image.id);
    return imageIds.map((id) => byImage.get(id) ?? []);
  });
}
