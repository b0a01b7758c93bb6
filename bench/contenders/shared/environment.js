import { createSecretKey } from 'node:crypto';
import jwt from 'jsonwebtoken';
import pg from 'pg';

export const port = Number(process.env.PORT);
export const host = '127.0.0.1';
export const databaseUrl = process.env.DATABASE_URL;
export const jwtSecret = process.env.JWT_SECRET;

/** As many connections as Inkstone opens. */
export const poolSize = 10;

export const createPool = () => new pg.Pool({ connectionString: databaseUrl, max: poolSize });

// A key object: with a string jsonwebtoken makes one for each token, which costs fifty times as much.
const key = createSecretKey(Buffer.from(jwtSecret));
const rules = { algorithms: ['HS256'], issuer: 'inkstone', audience: 'inkstone' };

/** The id of the user whom an Authorization header proves; null without one. Throws when it is not genuine. */
export function userIdOf(authorization) {
  return authorization ? jwt.verify(authorization.replace(/^Bearer /i, ''), key, rules).sub : null;
}
