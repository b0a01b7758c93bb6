import type { MikroORM } from '@mikro-orm/postgresql';
import type { FastifyInstance } from 'fastify';
import { isUpToDate } from '../db/migrate.js';

const patienceMs = 1_000;

/** `/healthz`: the process is alive. `/readyz`: it may receive traffic, or 503 with what is missing. */
export function addHealthRoutes(server: FastifyInstance, orm: MikroORM, isStopping: () => boolean): void {
  server.get('/healthz', async () => ({ status: 'ok' }));
  server.get('/readyz', async (_request, reply) => {
    const cause = isStopping() ? 'stopping' : await missing(orm);
    return cause ? reply.code(503).send({ status: 'unavailable', cause }) : { status: 'ready' };
  });
}

async function missing(orm: MikroORM): Promise<'database' | 'migrations' | null> {
  const timeout = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('no answer in time')), patienceMs).unref();
  });
  try {
    return (await Promise.race([isUpToDate(orm), timeout])) ? null : 'migrations';
  } catch {
    return 'database';
  }
}
