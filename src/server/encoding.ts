import { promisify } from 'node:util';
import { brotliCompress, constants, deflate, gzip, zstdCompress } from 'node:zlib';
import type { Answer } from './response-cache.js';

type Compress = (body: string) => Promise<Buffer>;

// The quality that @fastify/compress takes: a higher one costs more than it saves.
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

const compressors: Record<string, Compress> = {
  br: (body) => promisify(brotliCompress)(body, brotli),
  gzip: promisify<string, Buffer>(gzip),
  deflate: promisify<string, Buffer>(deflate),
  zstd: promisify<string, Buffer>(zstdCompress),
};

/** The body of an answer in one of the encodings that replies are sent in; made once an answer. */
export async function encode({ body, encoded }: Answer, encoding: string): Promise<Buffer> {
  const known = encoded.get(encoding);
  if (known) return known;
  const made = await (compressors[encoding] as Compress)(body);
  encoded.set(encoding, made);
  return made;
}
