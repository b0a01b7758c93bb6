import type { FastifyInstance } from 'fastify';
import type { Changes } from '../core/changes.js';
import { isId } from '../core/id.js';
import { type Image, type ImageFormat, ImageShare } from '../modules/image/image.entity.js';
import { canFetchImage, isOpen } from '../modules/image/image.policy.js';
import { createImageFinder } from '../modules/image/image-cache.js';
import { originalKey } from '../modules/image/image-files.service.js';
import { mediaTypes, type Proof } from '../modules/image/image-links.js';
import { sharesAt } from '../modules/image/image-share.service.js';
import {
  formatFor,
  isListed,
  readFileName,
  type Variant,
  variantNamed,
} from '../modules/image/image-variant.js';
import { makeVariant, variantKey } from '../modules/image/image-variant.service.js';
import { Visibility } from '../modules/image/visibility.js';
import { contextOf, type Services } from './graphql-context.js';
import { answerMissing } from './http-errors.js';
import { sendFile } from './send-file.js';

type Route = {
  Params: { id: string; file: string };
  Querystring: { expires?: string; share?: string; signature?: string };
};

/** What is shown is a picture and nothing else, whatever a browser takes it for, and on any page. */
const always = {
  'content-security-policy': "default-src 'none'; sandbox",
  'cross-origin-resource-policy': 'cross-origin',
};

const year = 365 * 24 * 60 * 60;

/** `/images/<id>/<file>`: the bytes of images, for whoever may see them. Sizes are made when they are first asked for. */
export function addImageRoute(server: FastifyInstance, services: Services, changes: Changes): void {
  const { read, library } = services;
  const find = createImageFinder(read, changes);

  server.get<Route>('/images/:id/:file', async (request, reply) => {
    const { id, file } = request.params;
    const image = isId(id) ? await find(id) : null;
    const shown = image && shownAs(image, file, request.headers.accept);
    const now = new Date();
    const proof = await proofOf(services, { ...request.query, id, file }, now);
    const isAllowed = image && canFetchImage(image, { proof, isListed: isListed(file) }, now);
    if (!shown || !isAllowed) return answerMissing(request, reply);
    const headers = { ...always, ...shown.headers, 'cache-control': cacheControl(image, proof, now) };
    const send = () => sendFile(request, reply, library.store, { key: shown.key, headers });
    if (await send()) return reply;
    if (!shown.variant) return answerMissing(request, reply);
    await makeVariant(await contextOf(services, {}), image, shown.variant, shown.format);
    return (await send()) ? reply : answerMissing(request, reply);
  });
}

/** A proof by a share is good as long as the share is. */
async function proofOf(
  { read, library }: Services,
  request: Route['Params'] & Route['Querystring'],
  now: Date,
): Promise<Proof | null> {
  const proof = library.links.proofOf(request);
  if (!proof || request.share === undefined) return proof;
  if (proof.shareId === null) return null;
  const where = { $and: [{ id: proof.shareId, image: request.id }, sharesAt(now)] };
  return (await read.one(ImageShare, where, new Map())) ? proof : null;
}

type Shown = {
  /** Null is the stored picture itself. */
  variant: Variant | null;
  format: ImageFormat;
  key: string;
  headers: { etag: string } & Record<string, string>;
};

/** What a file of an image is for a reader who accepts these types; null when there is no such file. */
function shownAs(image: Image, file: string, accept: string | undefined): Shown | null {
  const asked = readFileName(file);
  const isWhole = asked?.name === 'original';
  const variant = asked && !isWhole ? variantNamed(image, asked.name) : null;
  if (!asked || !(isWhole || variant)) return null;
  const format = asked.format ?? (variant ? formatFor(image, variant, accept) : image.format);
  if (isWhole && format !== image.format) return null;
  const tag = `${image.id}-${variant?.name ?? 'original'}-${format}`;
  const headers = {
    etag: `"${tag}"`,
    'content-type': mediaTypes[format],
    ...(asked.format === null && variant && { vary: 'accept' }),
  };
  return {
    variant,
    format,
    key: variant ? variantKey(image, variant, format) : originalKey(image.id),
    headers,
  };
}

/** What a URL shows never changes; who may see it may. */
function cacheControl(image: Image, proof: Proof | null, now: Date): string {
  if (image.visibility === Visibility.PUBLIC) return `public, max-age=${year}, immutable`;
  // A post can be taken back, and a share revoked.
  if (isOpen(image) || proof?.shareId) return 'private, no-cache';
  const left = proof?.ends ? Math.floor((proof.until.getTime() - now.getTime()) / 1000) : year;
  return `private, max-age=${Math.min(year, left)}, immutable`;
}
