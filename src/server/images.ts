import type { FastifyInstance } from 'fastify';
import type { Changes } from '../core/changes.js';
import { isId } from '../core/id.js';
import { type Image, Visibility } from '../modules/image/image.entity.js';
import { canFetchImage } from '../modules/image/image.policy.js';
import { createImageFinder } from '../modules/image/image-cache.js';
import { originalKey } from '../modules/image/image-files.service.js';
import { mediaTypes, type Proof } from '../modules/image/image-links.js';
import type { Services } from './graphql-context.js';
import { answerMissing } from './http-errors.js';
import { sendFile } from './send-file.js';

type Route = {
  Params: { id: string; name: string };
  Querystring: { expires?: string; signature?: string };
};

/** What is shown is a picture and nothing else, whatever a browser takes it for, and on any page. */
const headers = {
  'content-security-policy': "default-src 'none'; sandbox",
  'cross-origin-resource-policy': 'cross-origin',
};

const year = 365 * 24 * 60 * 60;

/** `/images/<id>/<name>`: the bytes of images, for whoever may see them. */
export function addImageRoute(server: FastifyInstance, { read, library }: Services, changes: Changes): void {
  const find = createImageFinder(read, changes);

  server.get<Route>('/images/:id/:name', async (request, reply) => {
    const { id, name } = request.params;
    const image = isId(id) ? await find(id) : null;
    const proof = library.links.proofOf({ ...request.query, id, name });
    const now = new Date();
    if (name !== 'original' || !image || !canFetchImage(image, proof, now))
      return answerMissing(request, reply);
    reply
      .headers(headers)
      .header('content-type', mediaTypes[image.format])
      .header('cache-control', cacheControl(image, proof, now));
    const sent = await sendFile(request, reply, library.store, originalKey(id), `"${id}-${name}"`);
    return sent ? reply : answerMissing(request, reply);
  });
}

/** What a URL shows never changes; who may see it may. */
function cacheControl({ visibility }: Image, proof: Proof | null, now: Date): string {
  if (visibility === Visibility.PUBLIC) return `public, max-age=${year}, immutable`;
  const left = proof?.ends ? Math.floor((proof.until.getTime() - now.getTime()) / 1000) : year;
  return `private, max-age=${Math.min(year, left)}, immutable`;
}
