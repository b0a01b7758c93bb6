import { createHash, createHmac, randomBytes } from 'node:crypto';

/** A new refresh token: 256 random bits, in base64url. */
export const newRefreshToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of a refresh token. */
export const hashRefreshToken = (token: string): string =>
  createHash('sha256').update(token).digest('base64url');

/**
 * The token that follows `token`. It is computed, not drawn, so that requests which present the same token at
 * the same time get the same successor although only hashes are stored; without the key it is as good as random.
 */
export const successorOf = (token: string, key: Buffer): string =>
  createHmac('sha256', key).update(`refresh\0${token}`).digest('base64url');
