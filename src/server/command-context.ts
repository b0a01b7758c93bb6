import type { Config } from '../config.js';
import { type Context, createContext } from '../context.js';
import { createLogger } from '../core/logger.js';
import { unasked } from './graphql-context.js';
import { openServices } from './services.js';

/** Does the work of a command on the database, beside an Inkstone that runs or without one. Nobody asks. */
export async function withContext<T>(config: Config, work: (ctx: Context) => Promise<T>): Promise<T> {
  const { services, close } = await openServices(config, createLogger('warn', false), {
    shared: true,
    siteUrl: () => config.PUBLIC_URL ?? '',
  });
  const { orm, ...shared } = services;
  try {
    return await work(createContext(orm.em, { ...shared, viewer: null }, { ...unasked, now: new Date() }));
  } finally {
    await services.jobs.stop();
    await close();
  }
}
