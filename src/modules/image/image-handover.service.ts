import type { Context } from '../../context.js';
import { Image } from './image.entity.js';
import { requestSweep } from './image-files.service.js';

/** When a user goes, their images go. */
export async function deleteImagesOf(tx: Context, owner: string): Promise<void> {
  await tx.em.nativeDelete(Image, { owner });
  await requestSweep(tx);
}
