import type { JsonWebKey } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Viewer } from '../../context.js';
import { AppError } from '../../core/errors.js';
import { newId } from '../../core/id.js';
import type { RingKey } from '../../core/key-folder.js';
import { type KeyRing, signingKey } from '../../core/key-ring.js';
import { Role } from '../user/user.entity.js';

const lifetimeSeconds = 15 * 60;
const party = 'inkstone';

/** For processes whose clocks differ, or which learn late that a key was replaced. */
const delayMs = 5 * 60 * 1000;

const claimsShape = z.object({
  sub: z.uuid(),
  sid: z.uuid(),
  role: z.enum(Role),
  jti: z.string(),
  iat: z.number(),
  nbf: z.number(),
  exp: z.number(),
});

/** What an access token says. */
type Claims = z.infer<typeof claimsShape>;

/** Signs and checks access tokens: JWTs that live 15 minutes. */
export type AccessTokens = {
  issue: (viewer: Viewer, now: Date) => { token: string; expiresAt: Date };
  /** The claims of a genuine token that has not expired; throws UNAUTHENTICATED or TOKEN_EXPIRED. */
  verify: (token: string, now: Date) => Claims;
  /** What others need to check tokens, as JWKs: the public keys of living and coming tokens, never a secret. */
  publicKeys: (now: Date) => JsonWebKey[];
};

const http = { status: 401 };

/** One text for everything that is wrong with a token, so that a forger learns nothing. */
export const invalidToken = (): AppError =>
  new AppError('UNAUTHENTICATED', 'The access token is not valid. Sign in again, or send none.', { http });

const expiredToken = (): AppError =>
  new AppError('TOKEN_EXPIRED', 'The access token has expired. Send `refresh` without it to get a new one.', {
    http,
  });

export const revokedToken = (): AppError =>
  new AppError('TOKEN_REVOKED', 'The session of this access token has ended. Sign in again.', { http });

/** Tokens come with every request: this many are not checked again. */
const mostKnown = 5_000;

/** A token that was signed by us, and the key it was signed with. */
type Genuine = { claims: Claims; key: RingKey };

/** Tokens signed with the key of the ring whose turn it is. */
export function createAccessTokens(ring: KeyRing): AccessTokens {
  const genuine = new LRUCache<string, Genuine>({ max: mostKnown });
  return {
    issue: (viewer, now) => issue(signingKey(ring.all(), now), viewer, now),
    verify: (token, now) => verify(ring, genuine, token, now),
    publicKeys: (now) => ring.all().flatMap((key) => (isOutlived(key, now) ? [] : publicKey(key))),
  };
}

function issue({ id, algorithm, signsWith }: RingKey, viewer: Viewer, now: Date) {
  const iat = Math.floor(now.getTime() / 1000);
  const exp = iat + lifetimeSeconds;
  const claims = { role: viewer.role, sid: viewer.sessionId, jti: newId(), iat, nbf: iat, exp };
  const token = jwt.sign(claims, signsWith, {
    algorithm,
    ...(id && { keyid: id }),
    subject: viewer.id,
    issuer: party,
    audience: party,
  });
  return { token, expiresAt: new Date(exp * 1000) };
}

function verify(ring: KeyRing, genuine: LRUCache<string, Genuine>, token: string, now: Date): Claims {
  const known = genuine.get(token);
  // A signature stays good as long as its key does.
  const isGood = known && ring.find(known.key.id) === known.key;
  const checked = isGood ? known : genuineToken(ring, token, now);
  if (!checked) throw invalidToken();
  genuine.set(token, checked);
  const { claims, key } = checked;
  // Expiry is told last and only to genuine tokens: a forgery never learns that it merely came too late.
  if (claims.exp * 1000 <= now.getTime() || isOutlived(key, now)) throw expiredToken();
  return claims;
}

/** Whether every token that the key was right to sign has expired: one that has not was signed by a thief. */
const isOutlived = (key: RingKey, now: Date): boolean =>
  now.getTime() > key.replacedAt + lifetimeSeconds * 1000 + delayMs;

function genuineToken(ring: KeyRing, token: string, now: Date): Genuine | null {
  try {
    // The token only says which key to try. The key says which algorithm.
    const key = ring.find(kidOf(token));
    if (!key) return null;
    const { header, payload } = jwt.verify(token, key.checksWith, {
      complete: true,
      algorithms: [key.algorithm],
      issuer: party,
      audience: party,
      ignoreExpiration: true,
      clockTimestamp: Math.floor(now.getTime() / 1000),
    });
    const claims = claimsShape.safeParse(payload).data;
    return header.typ === 'JWT' && claims ? { claims, key } : null;
  } catch {
    return null;
  }
}

/** Reads the header alone; the claims are read when the signature is checked. */
function kidOf(token: string): string | undefined {
  const header = Buffer.from(token.slice(0, token.indexOf('.')), 'base64url').toString();
  return JSON.parse(header).kid;
}

function publicKey({ id, algorithm, checksWith }: RingKey): JsonWebKey[] {
  if (checksWith.type !== 'public') return [];
  return [{ ...checksWith.export({ format: 'jwk' }), kid: id, alg: algorithm, use: 'sig' }];
}
