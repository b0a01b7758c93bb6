import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.js';
import { fixedKeyRing, type KeyRing, openKeyRing } from '../core/key-ring.js';
import type { Logger } from '../core/logger.js';
import type { AccessTokens } from '../modules/auth/access-token.js';

/** What signs access tokens: the secret of the environment, or the keys in the data folder. */
export const openKeys = ({ JWT_SECRET, JWT_ALGORITHM, DATA_DIR }: Config, log: Logger): KeyRing =>
  JWT_SECRET ? fixedKeyRing(JWT_SECRET) : openKeyRing(DATA_DIR, JWT_ALGORITHM, log);

/** `/.well-known/jwks.json`: the public keys for programs that check access tokens themselves. */
export function addKeysRoute(server: FastifyInstance, tokens: AccessTokens): void {
  server.get('/.well-known/jwks.json', async (_request, reply) => {
    reply.header('cache-control', 'public, max-age=60');
    return { keys: tokens.publicKeys(new Date()) };
  });
}
