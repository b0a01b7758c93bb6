import { type Image, ImageFormat } from './image.entity.js';

/** Widths that anyone may ask for by hand, without a signature. */
export const listedWidths: readonly number[] = [160, 320, 480, 640, 800, 1024, 1280, 1600, 1920, 2560, 3840];

/** The longest side that may be asked for, in pixels. */
export const longestSide = 4_096;

/** Neither WebP nor AVIF can be longer; only very odd pictures are. */
const longestOfModern = 16_383;

type Size = { width: number; height: number };

/**
 * How a picture is to be shown: scaled to `scaled`, never up, and then cut to `size` from `left` and `top`.
 * `name` stands for it in URLs and keys, `w640` or `300x200-50-25`, and is the same for the same pixels.
 */
export type Variant = { name: string; size: Size; scaled: Size; left: number; top: number };

/** What is asked for; at most `longestSide` each. */
type Box = { width?: number | null | undefined; height?: number | null | undefined };

type Picture = Pick<Image, 'width' | 'height'>;

/** As large as it can be within the box. */
export function contained(picture: Picture, { width, height }: Box): Variant {
  const within = Math.min(width ?? longestSide, picture.width);
  const heightAt = (side: number) => Math.max(1, Math.round((picture.height * side) / picture.width));
  const most = height ?? Number.POSITIVE_INFINITY;
  let side = Math.max(1, Math.min(within, Math.round((picture.width * most) / picture.height)));
  while (side > 1 && heightAt(side) > most) side -= 1;
  const size = { width: side, height: heightAt(side) };
  return { name: `w${side}`, size, scaled: size, left: 0, top: 0 };
}

/** The whole box, or one of the same shape if the picture is smaller, cut so that the focal point is in sight. */
export function covering(
  picture: Picture,
  { width, height }: Size,
  focus: { x: number; y: number },
): Variant {
  const fit = Math.min(1, picture.width / width, picture.height / height);
  const size = { width: atLeast1(width * fit), height: atLeast1(height * fit) };
  return cut(picture, size, Math.round(focus.x * 100), Math.round(focus.y * 100));
}

function cut(picture: Picture, size: Size, percentX: number, percentY: number): Variant {
  const scale = Math.max(size.width / picture.width, size.height / picture.height);
  const scaled = {
    width: Math.max(size.width, Math.round(picture.width * scale)),
    height: Math.max(size.height, Math.round(picture.height * scale)),
  };
  const start = (side: 'width' | 'height', percent: number) =>
    Math.min(
      Math.max(0, Math.round((scaled[side] * percent) / 100 - size[side] / 2)),
      scaled[side] - size[side],
    );
  const name = `${size.width}x${size.height}-${percentX}-${percentY}`;
  return { name, size, scaled, left: start('width', percentX), top: start('height', percentY) };
}

const atLeast1 = (pixels: number): number => Math.max(1, Math.round(pixels));

/** What a name in a URL stands for, whose size may be more than the picture has; null when it is none of ours. */
export function variantNamed(picture: Picture, name: string): Variant | null {
  const [, side] = /^w([1-9]\d{0,3})$/.exec(name) ?? [];
  if (side && Number(side) <= longestSide) return contained(picture, { width: Number(side) });
  const numbers = /^([1-9]\d{0,3})x([1-9]\d{0,3})-(\d{1,3})-(\d{1,3})$/.exec(name)?.slice(1).map(Number);
  if (!numbers) return null;
  const [width, height, percentX, percentY] = numbers as [number, number, number, number];
  const isOurs = width <= picture.width && height <= picture.height && percentX <= 100 && percentY <= 100;
  return isOurs && Math.max(width, height) <= longestSide
    ? cut(picture, { width, height }, percentX, percentY)
    : null;
}

/** Whether anyone may ask for this file of a public image. */
export const isListed = (file: string): boolean => listedNames.has(String(file.split('.')[0]));

const listedNames = new Set(['original', ...listedWidths.map((width) => `w${width}`)]);

const extensions: Record<ImageFormat, string> = {
  [ImageFormat.JPEG]: 'jpg',
  [ImageFormat.PNG]: 'png',
  [ImageFormat.GIF]: 'gif',
  [ImageFormat.WEBP]: 'webp',
  [ImageFormat.AVIF]: 'avif',
};

/** The last part of a URL; without a format the reader's browser chooses. */
export const fileNameOf = (name: string, format: ImageFormat | null | undefined): string =>
  format ? `${name}.${extensions[format]}` : name;

/** The name and the format that the last part of a URL consists of; null for a format that there is not. */
export function readFileName(file: string): { name: string; format: ImageFormat | null } | null {
  const [name = '', extension, ...more] = file.split('.');
  if (extension === undefined) return { name, format: null };
  const format = Object.values(ImageFormat).find((each) => extensions[each] === extension);
  return format && more.length === 0 ? { name, format } : null;
}

/** The best format that a reader accepts by name: not every program that takes anything can show it. */
export function formatFor({ format, frames }: Image, { size }: Variant, accept = ''): ImageFormat {
  if (Math.max(size.width, size.height) > longestOfModern) return format;
  if (accept.includes('image/avif') && frames === 1) return ImageFormat.AVIF;
  return accept.includes('image/webp') ? ImageFormat.WEBP : format;
}
