import { createHash, randomBytes } from 'node:crypto';

/** A new token that says nothing to whoever holds it: 256 random bits, in base64url. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of a token, SHA-256 in base64url: whoever reads it cannot use what they find. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');
