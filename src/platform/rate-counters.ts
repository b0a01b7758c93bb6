import type { Redis } from 'ioredis';
import {
  type IRateLimiterOptions,
  type RateLimiterAbstract,
  RateLimiterPostgres,
  RateLimiterRedis,
} from 'rate-limiter-flexible';

/** Where the counts of a limit are kept. */
export type Counters = (options: IRateLimiterOptions) => RateLimiterAbstract;

type Query = { name?: string; text: string; values: unknown[] };

/** Counts in the table `rate_limits`, which a migration made. What has expired is cleared away now and then. */
export const postgresCounters =
  (query: (query: Query) => Promise<unknown>): Counters =>
  (options) =>
    new RateLimiterPostgres({
      ...options,
      storeClient: { query },
      storeType: 'pool',
      tableName: 'rate_limits',
      tableCreated: true,
    });

export const redisCounters =
  (redis: Redis): Counters =>
  (options) =>
    new RateLimiterRedis({ ...options, storeClient: redis, rejectIfRedisNotReady: true });
