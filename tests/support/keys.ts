import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import jwt from 'jsonwebtoken';
import { readEnvironment } from './environment.ts';

/** A folder of its own for a server's data. */
export const newDataFolder = (): string => mkdtempSync(join(readEnvironment().folder, 'data-'));

const keysIn = (dataDir: string) => join(dataDir, 'keys');

/** The ids of the signing keys in a data folder, oldest first. */
export const keyIds = (dataDir: string): string[] =>
  readdirSync(keysIn(dataDir))
    .flatMap((name) => (name.endsWith('.key') ? name.slice(0, -4) : []))
    .sort();

export const keyFile = (dataDir: string, id: string): string => join(keysIn(dataDir), `${id}.key`);

export const readKey = (dataDir: string, id: string): string => readFileSync(keyFile(dataDir, id), 'utf8');

/** The id of a key that signs from so many minutes ago. */
export const keyIdOf = (minutesAgo: number): string => {
  const moment = new Date(Date.now() - minutesAgo * 60_000).toISOString();
  return `${moment.slice(0, 19).replaceAll(':', '')}Z`;
};

export function writeKey(dataDir: string, id: string, key: KeyObject | string): void {
  mkdirSync(keysIn(dataDir), { recursive: true });
  const text = typeof key === 'string' ? key : key.export({ type: 'pkcs8', format: 'pem' });
  writeFileSync(keyFile(dataDir, id), text);
}

/** The public half of a key in PEM. */
export const publicPem = (pem: string): string =>
  createPublicKey(createPrivateKey(pem)).export({ type: 'spki', format: 'pem' }).toString();

/** What a token says of itself. */
export const headerOf = (token: string): jwt.JwtHeader => {
  const decoded = jwt.decode(token, { complete: true });
  if (!decoded) throw new Error('This is no token.');
  return decoded.header;
};

export type Jwks = { keys: Record<string, string>[] };

export async function publicKeys(url: string): Promise<Jwks & { headers: Headers }> {
  const response = await fetch(`${url}/.well-known/jwks.json`);
  return { ...((await response.json()) as Jwks), headers: response.headers };
}
