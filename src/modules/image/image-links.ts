import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Image, ImageFormat, Visibility } from './image.entity.js';

/** What a URL of an image asks for, and what it brings as a proof that it was made here. */
type ImageRequest = {
  id: string;
  name: string;
  expires?: string | undefined;
  signature?: string | undefined;
};

/** What a URL proves: that it was made here, whether that ends, and when. */
export type Proof = { ends: boolean; until: Date };

export type ImageLinks = {
  /** The one place where URLs of images are made. */
  urlOf: (image: Image, name: string, now: () => Date) => string;
  /** Null when there is no signature, or one that is not good. */
  proofOf: (request: ImageRequest) => Proof | null;
};

const hour = 60 * 60 * 1000;

/** Full hours, so that the same image has the same URL for a while and browsers keep it: good for 1 to 2 hours. */
const expiryAfter = (now: Date): number => (Math.floor(now.getTime() / hour) + 2) * (hour / 1000);

const never = new Date(8.64e15);

/** URLs below `siteUrl`, signed with `key`. */
export function createImageLinks(key: Buffer, siteUrl: () => string): ImageLinks {
  const sign = ({ id, name, expires = '' }: ImageRequest) =>
    createHmac('sha256', key)
      .update(`${id}/${name} ${expires}`)
      .digest()
      .subarray(0, 18)
      .toString('base64url');

  return {
    urlOf: ({ id, visibility }, name, now) => {
      const url = `${siteUrl()}/images/${id}/${name}`;
      if (visibility === Visibility.PUBLIC) return url;
      if (visibility === Visibility.UNLISTED) return `${url}?signature=${sign({ id, name })}`;
      const expires = String(expiryAfter(now()));
      return `${url}?expires=${expires}&signature=${sign({ id, name, expires })}`;
    },
    proofOf: (request) => {
      const { expires, signature } = request;
      const given = Buffer.from(signature ?? '');
      const wanted = Buffer.from(sign(request));
      if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null;
      const ends = expires !== undefined;
      return { ends, until: ends ? new Date(Number(expires) * 1000) : never };
    },
  };
}

/** The media type of a format. */
export const mediaTypes: Record<ImageFormat, string> = {
  [ImageFormat.JPEG]: 'image/jpeg',
  [ImageFormat.PNG]: 'image/png',
  [ImageFormat.GIF]: 'image/gif',
  [ImageFormat.WEBP]: 'image/webp',
  [ImageFormat.AVIF]: 'image/avif',
};
