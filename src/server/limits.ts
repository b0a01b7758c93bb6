import type { MikroORM } from '@mikro-orm/postgresql';
import type { Config } from '../config.js';
import type { Logger } from '../core/logger.js';
import { countStatement } from '../core/request-scope.js';
import { postgresCounters, redisCounters } from '../platform/rate-counters.js';
import { createRateLimits, type RateLimits } from '../platform/rate-limits.js';
import { connectRedis } from '../platform/redis.js';

type OpenLimits = { limits: RateLimits; stop: () => void };

/** Limits that are counted in Redis where there is one, and in the database otherwise. */
export function openLimits(config: Config, orm: MikroORM, log: Logger): OpenLimits {
  const redis = config.REDIS_URL ? connectRedis(config.REDIS_URL, log) : null;
  const counters = redis ? redisCounters(redis) : postgresCounters(queryWith(orm));
  return {
    limits: createRateLimits(counters, config.RATE_LIMIT_SCALE),
    stop: () => redis?.disconnect(),
  };
}

const queryWith = (orm: MikroORM) => async (query: { name?: string; text: string; values: unknown[] }) => {
  countStatement();
  const pool = await orm.em.getConnection().getNativeClient();
  return pool.query(query);
};
