import { createHmac, timingSafeEqual } from 'node:crypto';
import { parse, stringify } from 'uuid';
import { type Image, ImageFormat } from './image.entity.js';
import { isOpen } from './image.policy.js';
import { isListed } from './image-variant.js';
import { Visibility } from './visibility.js';

/** What a URL of an image asks for, and what it brings as a proof that it was made here. */
type ImageRequest = {
  id: string;
  file: string;
  expires?: string | undefined;
  share?: string | undefined;
  signature?: string | undefined;
};

/** What a URL proves: that it was made here, whether that ends, and when; and the share that it lives by. */
export type Proof = { ends: boolean; until: Date; shareId: string | null };

/** What decides how the URL of an image looks. */
export type Linked = Pick<Image, 'id' | 'visibility' | 'shown' | 'share'>;

export type ImageLinks = {
  /** The one place where URLs of images are made. */
  urlOf: (image: Linked, file: string, now: () => Date) => string;
  /** Null when there is no signature, or one that is not good. */
  proofOf: (request: ImageRequest) => Proof | null;
  /** The token of a share. It is stored nowhere. */
  shareToken: (shareId: string) => string;
  /** The share that a token belongs to, if it was made here. */
  shareIdOf: (token: string) => string | null;
};

const hour = 60 * 60 * 1000;

/** Full hours, so that the same image has the same URL for a while and browsers keep it: good for 1 to 2 hours. */
const expiryAfter = (now: Date): number => (Math.floor(now.getTime() / hour) + 2) * (hour / 1000);

const never = new Date(8.64e15);
const idBytes = 16;

const areEqual = (one: Buffer, other: Buffer): boolean =>
  one.length === other.length && timingSafeEqual(one, other);

/** URLs below `siteUrl`, signed with `key`. */
export function createImageLinks(key: Buffer, siteUrl: () => string): ImageLinks {
  const mac = (purpose: string, text: string) =>
    createHmac('sha256', key).update(`${purpose} ${text}`).digest().subarray(0, 18);
  const sign = ({ id, file, expires = '', share = '' }: ImageRequest) =>
    mac('url', `${id}/${file} ${expires} ${share}`).toString('base64url');

  const shareToken = (shareId: string) =>
    Buffer.concat([parse(shareId), mac('share', shareId)]).toString('base64url');
  const shareIdOf = (token: string) => {
    const bytes = Buffer.from(token, 'base64url');
    if (bytes.length <= idBytes) return null;
    const id = stringifyAny(bytes.subarray(0, idBytes));
    return id && areEqual(bytes.subarray(idBytes), mac('share', id)) ? id : null;
  };

  return {
    shareToken,
    shareIdOf,
    urlOf: (image, file, now) => {
      const { id, visibility, share } = image;
      const search = (more: { expires?: string; share?: string }) =>
        `?${new URLSearchParams({ ...more, signature: sign({ id, file, ...more }) })}`;
      const url = `${siteUrl()}/images/${id}/${file}`;
      if (isOpen(image)) return isListed(file) ? url : url + search({});
      if (share) return url + search({ share });
      return url + search(visibility === Visibility.UNLISTED ? {} : { expires: String(expiryAfter(now())) });
    },
    proofOf: (request) => {
      const { expires, share, signature } = request;
      if (!areEqual(Buffer.from(signature ?? ''), Buffer.from(sign(request)))) return null;
      const until = expires === undefined ? never : new Date(Number(expires) * 1000);
      return {
        ends: until !== never || share !== undefined,
        until,
        shareId: share ? shareIdOf(share) : null,
      };
    },
  };
}

function stringifyAny(bytes: Buffer): string | null {
  try {
    return stringify(bytes);
  } catch {
    return null;
  }
}

/** The media type of a format. */
export const mediaTypes: Record<ImageFormat, string> = {
  [ImageFormat.JPEG]: 'image/jpeg',
  [ImageFormat.PNG]: 'image/png',
  [ImageFormat.GIF]: 'image/gif',
  [ImageFormat.WEBP]: 'image/webp',
  [ImageFormat.AVIF]: 'image/avif',
};
