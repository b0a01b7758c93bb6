import { createSecretKey } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { v7 } from 'uuid';

/** What every contender verifies tokens with. Of no use anywhere else. */
export const jwtSecret = 'bench-7QmX2vKp9RtYw4ZsLc8Nf3Hd6Jg1Bk5V';

const key = createSecretKey(Buffer.from(jwtSecret));

/** An access token as Inkstone issues it, good for a day, so that no run outlives it. */
export function tokenFor({ userId, sessionId, role }) {
  const now = Math.floor(Date.now() / 1000);
  const claims = { role, sid: sessionId, jti: v7(), iat: now, nbf: now, exp: now + 86_400 };
  return jwt.sign(claims, key, {
    algorithm: 'HS256',
    subject: userId,
    issuer: 'inkstone',
    audience: 'inkstone',
  });
}
