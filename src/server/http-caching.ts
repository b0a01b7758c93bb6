import { createHash } from 'node:crypto';

/**
 * Who may keep an answer. What a viewer sees is nobody's to keep. What a guest asked for with GET may be kept by
 * everyone who asks each time whether it still holds, which the ETag makes cheap.
 */
export const cacheControl = (method: string | undefined, isGuest: boolean): string =>
  method === 'GET' && isGuest ? 'public, max-age=0, must-revalidate' : 'no-store';

/** A weak one: the bytes differ with the encoding. */
export const etagOf = (body: string): string =>
  `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;

/** Whether a client that sent this If-None-Match already has the answer with this ETag. */
export const isHeld = (ifNoneMatch: string | undefined, etag: string): boolean =>
  ifNoneMatch?.split(',').some((tag) => tag.trim() === etag || tag.trim() === '*') ?? false;
