import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const folder = join(import.meta.dirname, '../../web');

/** The files of the web client and GraphiQL at `/graphiql`, as Vite built them. Returns its HTML, or null without. */
export async function addWebClient(server: FastifyInstance): Promise<string | null> {
  const page = join(folder, 'index.html');
  if (!existsSync(page)) return null;
  await server.register(fastifyStatic, {
    root: folder,
    index: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      // Names below assets/ change with their content; everything else is asked for anew.
      const immutable = path.startsWith(join(folder, 'assets'));
      reply.header('cache-control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  server.get('/graphiql', (_request, reply) => reply.sendFile('graphiql.html'));
  return readFileSync(page, 'utf8');
}
