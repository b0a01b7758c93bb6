import type { Context } from '../../context.js';
import { Image } from './image.entity.js';
import { requestSweep } from './image-files.service.js';

/** Two users may have had the same bytes, and the heir has one image of each. */
const handOver = `
  update images set owner_id = ?, album_id = null, sha256 = id::text
  where owner_id = ? and id in (select image_id from post_images join posts on posts.id = post_id where author_id = ?)`;

/** When a user goes: images in what passed to `heir` pass with it, and the others are deleted. */
export async function handOverImages(tx: Context, owner: string, heir: string): Promise<void> {
  await tx.em.execute(handOver, [heir, owner, heir]);
  await tx.em.nativeDelete(Image, { owner });
  await requestSweep(tx);
}
