import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const folder = join(import.meta.dirname, '../../web');

/** The web client at `/` and GraphiQL at `/graphiql`, as Vite built them. Says whether they are there. */
export async function addWebClient(server: FastifyInstance): Promise<boolean> {
  if (!existsSync(join(folder, 'index.html'))) return false;
  await server.register(fastifyStatic, {
    root: folder,
    index: ['index.html'],
    cacheControl: false,
    setHeaders: (reply, path) => {
      // Names below assets/ change with their content; everything else is asked for anew.
      const immutable = path.startsWith(join(folder, 'assets'));
      reply.header('cache-control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  server.get('/graphiql', (_request, reply) => reply.sendFile('graphiql.html'));
  return true;
}
