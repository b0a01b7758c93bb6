import { buffer } from 'node:stream/consumers';
import type { Context } from '../../context.js';
import { AppError } from '../../core/errors.js';
import { inTransaction } from '../../core/transaction.js';
import type { Image, ImageFormat } from './image.entity.js';
import { inTurn, variantOf } from './image-codec.js';
import { keepFile, lockFiles, originalKey } from './image-files.service.js';
import { fileNameOf, type Variant } from './image-variant.js';

/** Whoever comes when so many wait already would wait for too long. */
const mostWaiting = 200;

export const variantKey = ({ id }: Image, { name }: Variant, format: ImageFormat): string =>
  `variants/${id.slice(-2)}/${id}/${fileNameOf(name, format)}`;

const making = new Map<string, Promise<void>>();

/**
 * Makes a variant and puts it into the store: once, however many ask for it at the same time, in whatever process.
 * Throws SERVICE_UNAVAILABLE when too many wait.
 */
export async function makeVariant(
  ctx: Context,
  image: Image,
  variant: Variant,
  format: ImageFormat,
): Promise<void> {
  const key = variantKey(image, variant, format);
  const underWay = making.get(key);
  if (underWay) return underWay;
  if (inTurn.pendingCount > mostWaiting) throw tooBusy();
  const made = inTurn(() => makeOnce(ctx, image, variant, format));
  making.set(key, made);
  await made.finally(() => making.delete(key));
}

const tooBusy = (): AppError =>
  new AppError('SERVICE_UNAVAILABLE', 'Too many pictures are being made at the moment. Try again shortly.', {
    http: { status: 503, headers: new Map([['retry-after', '2']]) },
  });

function makeOnce(ctx: Context, image: Image, variant: Variant, format: ImageFormat): Promise<void> {
  const { store } = ctx.library;
  const key = variantKey(image, variant, format);
  return inTransaction(ctx, async (tx) => {
    await lockFiles(tx, image.id);
    if (await store.has(key)) return;
    const original = await store.open(originalKey(image.id));
    if (!original) throw new Error(`The file of image ${image.id} is missing.`);
    await keepFile(tx, image.id, key, await variantOf(await buffer(original.body), image, variant, format));
    tx.log.info({ key }, 'made a variant');
  });
}
