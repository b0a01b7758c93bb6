import { Redis } from 'ioredis';
import type { Logger } from '../core/logger.js';

/**
 * A connection to Redis that never keeps anyone waiting: while Redis is away or slow, commands fail at once or after
 * a quarter of a second. It is made anew until `disconnect`.
 */
export function connectRedis(url: string, log: Logger): Redis {
  const redis = new Redis(url, {
    connectionName: 'inkstone',
    connectTimeout: 2_000,
    commandTimeout: 250,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    retryStrategy: (attempt) => Math.min(attempt * 200, 2_000),
  });
  redis.on('error', (error) =>
    log.warn({ err: error }, 'Redis cannot be used; each process counts for itself'),
  );
  return redis;
}
