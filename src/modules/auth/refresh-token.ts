import { createHmac } from 'node:crypto';

/**
 * The token that follows `token`. It is computed, not drawn, so that requests which present the same token at
 * the same time get the same successor although only hashes are stored; without the key it is as good as random.
 */
export const successorOf = (token: string, key: Buffer): string =>
  createHmac('sha256', key).update(`refresh\0${token}`).digest('base64url');
