import pLimit from 'p-limit';
import type { Metadata, Sharp, SharpOptions } from 'sharp';
import { rgbaToThumbHash } from 'thumbhash';
import { AppError, badField, type FieldError } from '../../core/errors.js';
import { type Image, ImageFormat } from './image.entity.js';
import type { Variant } from './image-variant.js';

const mostMegapixels = { picture: 50, allFrames: 100 };
const mostSeconds = 20;

/**
 * Decoding takes threads that connections to the database need as well, and memory: only some pictures are worked on
 * at a time, with their bytes in memory. Those who wait hold none.
 */
export const inTurn = pLimit(2);

/** What one picture is, and the bytes to keep of it. */
export type Picture = {
  bytes: Buffer;
  format: ImageFormat;
  width: number;
  height: number;
  frames: number;
  placeholder: string;
};

type Load = (input: Buffer, options?: SharpOptions) => Sharp;

/** Decoders by which alone pictures are read: everything else that libvips knows stays closed. */
const decoders = ['Jpeg', 'Png', 'Nsgif', 'Webp', 'Heif'].map((name) => `VipsForeignLoad${name}Buffer`);

let loading: Promise<Load> | undefined;

/** Loaded when the first picture comes, so that the server starts without it. */
function loadSharp(): Promise<Load> {
  loading ??= import('sharp').then(({ default: sharp }) => {
    sharp.block({ operation: ['VipsForeignLoad'] });
    sharp.unblock({ operation: decoders });
    sharp.cache(false);
    return sharp;
  });
  return loading;
}

const formatOf = ({ format, compression }: Metadata): ImageFormat | undefined =>
  format === 'heif'
    ? compression === 'av1'
      ? ImageFormat.AVIF
      : undefined
    : (
        {
          jpeg: ImageFormat.JPEG,
          png: ImageFormat.PNG,
          gif: ImageFormat.GIF,
          webp: ImageFormat.WEBP,
        } as const
      )[format as string];

const unsupported = (): AppError =>
  new AppError(
    'UNSUPPORTED_MEDIA_TYPE',
    'This is no PNG, JPEG, GIF, WebP or AVIF image, whatever its name says.',
  );

/**
 * Reads what was uploaded, and encodes it anew: upright, and without anything but the picture and its colour profile.
 * Throws UNSUPPORTED_MEDIA_TYPE, and BAD_USER_INPUT for a picture that is damaged or too large.
 */
export async function readPicture(upload: Buffer, path: FieldError['path']): Promise<Picture> {
  const sharp = await loadSharp();
  try {
    const header = await sharp(upload, { limitInputPixels: false }).metadata();
    const format = formatOf(header);
    if (!format) throw unsupported();
    checkSize(header, path);
    const animated = format === ImageFormat.GIF || format === ImageFormat.WEBP;
    // The limit is for headers that lied.
    const picture = sharp(upload, {
      animated,
      failOn: 'error',
      limitInputPixels: mostMegapixels.allFrames * 1e6,
    });
    const { data, info } = await encode(picture, header, format);
    const size = { width: info.width, height: info.pageHeight ?? info.height, frames: info.pages ?? 1 };
    return { bytes: data, format, ...size, placeholder: await placeholderOf(sharp(data)) };
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (/unsupported image format/.test((error as Error).message)) throw unsupported();
    throw badField(path, 'DAMAGED', 'This image is damaged. Export it anew and try again.');
  }
}

function checkSize({ width, height, pages = 1 }: Metadata, path: FieldError['path']): void {
  const { picture, allFrames } = mostMegapixels;
  const megapixels = (width * height) / 1e6;
  const problem =
    (megapixels > picture && `An image has at most ${picture} megapixels.`) ||
    (megapixels * pages > allFrames &&
      `An animation has at most ${allFrames} megapixels, all frames together.`);
  if (problem) throw badField(path, 'PIXELS', problem);
}

function encode(picture: Sharp, header: Metadata, format: ImageFormat) {
  const upright = picture.autoOrient().timeout({ seconds: mostSeconds });
  // Colours for print are turned into those of screens, which their profile does not fit.
  const coloured = header.space === 'cmyk' ? upright : upright.keepIccProfile();
  return encodeAs(coloured, format, header).toBuffer({ resolveWithObject: true });
}

function encodeAs(picture: Sharp, format: ImageFormat, { chromaSubsampling }: Metadata): Sharp {
  switch (format) {
    case ImageFormat.JPEG:
      return picture.jpeg({
        quality: 90,
        chromaSubsampling: chromaSubsampling === '4:4:4' ? '4:4:4' : '4:2:0',
      });
    case ImageFormat.PNG:
      return picture.png();
    case ImageFormat.GIF:
      return picture.gif();
    case ImageFormat.WEBP:
      return picture.webp({ quality: 90 });
    case ImageFormat.AVIF:
      return picture.avif({ quality: 70, effort: 1 });
  }
}

/** A variant of a stored picture, which moves if the picture and the format do. */
export async function variantOf(
  original: Buffer,
  { frames }: Pick<Image, 'frames'>,
  { size, scaled, left, top }: Variant,
  format: ImageFormat,
): Promise<Buffer> {
  const sharp = await loadSharp();
  const animated = frames > 1 && (format === ImageFormat.GIF || format === ImageFormat.WEBP);
  const picture = sharp(original, { animated })
    .timeout({ seconds: mostSeconds })
    .resize(scaled.width, scaled.height, { fit: 'fill' })
    .extract({ left, top, ...size })
    .keepIccProfile();
  return asVariant(picture, format).toBuffer();
}

function asVariant(picture: Sharp, format: ImageFormat): Sharp {
  switch (format) {
    case ImageFormat.JPEG:
      return picture.flatten({ background: 'white' }).jpeg({ quality: 80, progressive: true });
    case ImageFormat.PNG:
      return picture.png();
    case ImageFormat.GIF:
      return picture.gif();
    case ImageFormat.WEBP:
      return picture.webp({ quality: 80 });
    case ImageFormat.AVIF:
      return picture.avif({ quality: 55, effort: 2 });
  }
}

async function placeholderOf(picture: Sharp): Promise<string> {
  const { data, info } = await picture
    .resize(100, 100, { fit: 'inside', withoutEnlargement: true })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString('base64');
}
