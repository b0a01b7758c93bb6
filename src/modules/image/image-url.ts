import type { Context } from '../../context.js';
import { badField } from '../../core/errors.js';
import { Image, type ImageFormat, type ImageShare } from './image.entity.js';
import type { Linked } from './image-links.js';
import { contained, covering, fileNameOf, listedWidths, longestSide } from './image-variant.js';
import { type FocalPoint, ImageFit, type ImageVariant } from './image-variant.type.js';
import { Visibility } from './visibility.js';

const mostWidths = 10;

type Wanted = {
  width?: number | null;
  height?: number | null;
  fit?: ImageFit;
  format?: ImageFormat | null;
};

const link = (ctx: Context, image: Linked, name: string, format?: ImageFormat | null): string =>
  ctx.library.links.urlOf(image, fileNameOf(name, format), () => ctx.now);

/** The image with all that decides about its URLs; what a mutation returns does not have it yet. */
export async function linkable(ctx: Context, image: Image): Promise<Image> {
  if (image.shown !== undefined || image.visibility === Visibility.PUBLIC) return image;
  const { id, visibility, width, height, format, focalX, focalY } = image;
  const shown = await ctx.loaders.value.load(Image, 'shown', id);
  return { id, visibility, width, height, format, focalX, focalY, shown } as Image;
}

export const shareTokenOf = (ctx: Context, { id }: ImageShare): string => ctx.library.links.shareToken(id);

export function shareUrlOf(ctx: Context, share: ImageShare): string {
  const token = shareTokenOf(ctx, share);
  return link(ctx, { id: share.image.id, visibility: Visibility.PRIVATE, share: token }, 'original');
}

/** The stored picture itself, unless another width or format is wanted. */
export function urlOf(ctx: Context, image: Image, { width, format }: Wanted): string {
  if (width == null && (format == null || format === image.format)) return link(ctx, image, 'original');
  checkSide('width', width);
  return link(ctx, image, `w${width ?? Math.min(image.width, longestSide)}`, format);
}

/** Throws BAD_USER_INPUT for sizes that cannot be. */
export function variantOf(ctx: Context, image: Image, { width, height, fit, format }: Wanted): ImageVariant {
  checkSide('width', width);
  checkSide('height', height);
  const variant =
    fit === ImageFit.COVER && width && height
      ? covering(image, { width, height }, focalPointOf(image) ?? { x: 0.5, y: 0.5 })
      : contained(image, { width, height });
  const url = link(ctx, image, variant.name, format);
  return { url, ...variant.size, format: format ?? image.format };
}

/** The widths that the image has, and its own. */
export function srcsetOf(ctx: Context, image: Image, widths: number[] | null): string {
  if (widths && widths.length > mostWidths) {
    throw badField(['widths'], 'COUNT', `At most ${mostWidths} widths can be asked for.`);
  }
  for (const width of widths ?? []) checkSide('widths', width);
  const most = Math.min(image.width, longestSide);
  const smaller = (widths ?? listedWidths).filter((width) => width < most);
  const own = !widths || smaller.length < widths.length ? [most] : [];
  return [...new Set([...smaller, ...own])]
    .map((width) => `${link(ctx, image, `w${width}`)} ${width}w`)
    .join(', ');
}

export const focalPointOf = ({ focalX, focalY }: Image): FocalPoint | null =>
  focalX === null || focalY === null ? null : { x: focalX, y: focalY };

function checkSide(argument: string, pixels: number | null | undefined): void {
  if (pixels == null || (pixels >= 1 && pixels <= longestSide)) return;
  throw badField([argument], 'RANGE', `Width and height are 1 to ${longestSide} pixels.`);
}
