import type { MikroORM } from '@mikro-orm/postgresql';
import { Image, ImageFile } from '../modules/image/image.entity.js';
import { originalKey } from '../modules/image/image-files.service.js';
import type { Store } from '../platform/store.js';

/** Where database and store differ. */
export type StoreCheck = {
  /** Ids of images whose file is gone: only a backup helps. */
  missing: string[];
  /** Keys of variants that are noted and not there; they are made again once they are forgotten. */
  lost: string[];
  /** Keys of files that nobody knows of. In a store that others use too they may be theirs. */
  unknown: string[];
};

/** Compares what is noted with what is there. Only while nothing is uploaded is it exact. */
export async function checkStore({ em: root }: MikroORM, store: Store): Promise<StoreCheck> {
  const em = root.fork();
  const present = new Set<string>();
  for await (const key of store.keys()) present.add(key);
  // Asked for after the store: what has come meanwhile is noted, and not taken for unknown.
  const noted = await em.find(ImageFile, {}, { fields: ['key'] });
  const images = await em.find(Image, {}, { fields: ['id'] });
  const originals = new Map(images.map(({ id }) => [originalKey(id), id]));
  const known = new Set(noted.map(({ key }) => key));
  return {
    missing: [...originals].flatMap(([key, id]) => (present.has(key) ? [] : id)),
    lost: [...known].filter((key) => !present.has(key) && !originals.has(key)),
    unknown: [...present].filter((key) => !known.has(key) && !originals.has(key)),
  };
}

/** Removes what is unknown and forgets what is lost. */
export async function mendStore(
  { em }: MikroORM,
  store: Store,
  { lost, unknown }: StoreCheck,
): Promise<void> {
  for (const key of unknown) await store.remove(key);
  await em.fork().nativeDelete(ImageFile, { key: { $in: lost } });
}
