import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { Busboy, type BusboyHeaders } from '@fastify/busboy';
import { AppError, fileTooLarge } from '../core/errors.js';
import { Upload } from '../core/upload.js';
import { type ReceivedFile, receiveFile } from './received-file.js';

/** What one request may bring. */
export type FormLimits = { files: number; fileBytes: number; fieldBytes: number };

/** A multipart request that has arrived: what it asks, and the files to close once it is answered. */
export type Form = { body: object; close: () => Promise<void> };

type Parts = { operations?: string; map?: string; files: Map<string, ReceivedFile> };

export const badForm = (message: string): AppError =>
  new AppError('BAD_REQUEST', message, { http: { status: 400 } });

const asSpecified = 'The multipart request is not as the graphql-multipart-request-spec says';

/**
 * Reads a request of the graphql-multipart-request-spec; its files are kept in `folder` until `close`. Throws
 * BAD_REQUEST, BAD_USER_INPUT or FILE_TOO_LARGE, with nothing kept, and leaves the connection usable. A file that is
 * too large or could not be kept says so where it is used, so that others beside it are not lost.
 */
export async function readForm(
  payload: Readable,
  headers: IncomingHttpHeaders,
  folder: string,
  limits: FormLimits,
): Promise<Form> {
  const files: Promise<ReceivedFile>[] = [];
  const close = async () => {
    for (const file of await Promise.allSettled(files)) {
      if (file.status === 'fulfilled') await file.value.close();
    }
  };
  try {
    const parts = await readParts(payload, headers, limits, (stream, name) => {
      const file = receiveFile(stream, name, folder, limits.fileBytes);
      file.catch(() => {});
      files.push(file);
      return file;
    });
    return { body: bodyOf(parts), close };
  } catch (error) {
    await close();
    throw error;
  }
}

type Receive = (stream: Readable, filename: string) => Promise<ReceivedFile>;

function readParts(
  payload: Readable,
  headers: IncomingHttpHeaders,
  limits: FormLimits,
  receive: Receive,
): Promise<Parts> {
  const { files: most, fieldBytes, fileBytes } = limits;
  const form = openForm(headers, { files: most, fields: 2, fieldSize: fieldBytes, headerPairs: 20 });
  const streams: Readable[] = [];
  const receiving = new Map<string, Promise<ReceivedFile>>();
  const parts: Pick<Parts, 'operations' | 'map'> = {};

  const read = new Promise<void>((resolve, reject) => {
    form.on('field', (name, value, _nameCut, cut) => {
      if (cut)
        reject(
          new AppError('PAYLOAD_TOO_LARGE', `\`${name}\` is longer than this server accepts.`, {
            http: { status: 413 },
          }),
        );
      if (name === 'operations' || name === 'map') parts[name] = value;
    });
    form.on('file', (name, stream, filename) => {
      streams.push(stream);
      if (parts.map === undefined)
        reject(badForm(`${asSpecified}: \`operations\` and \`map\` come before files.`));
      const file = receive(stream, filename ?? '');
      file.catch(reject);
      receiving.set(name, file);
    });
    form.on('filesLimit', () => reject(tooManyFiles(most)));
    form.on('finish', resolve);
    form.on('error', () => reject(badForm(`${asSpecified}: it ends early or has broken parts.`)));
    payload.on('close', () => payload.readableEnded || reject(badForm('The request ended early.')));
    let size = 0;
    payload.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > most * fileBytes + 2 * fieldBytes) reject(fileTooLarge(most * fileBytes, size));
    });
    payload.pipe(form);
  });
  return read
    .then(async () => {
      const names = [...receiving.keys()];
      const files = await Promise.all(receiving.values());
      return { ...parts, files: new Map(files.map((file, index) => [names[index] as string, file])) };
    })
    .catch((error) => {
      // What still comes is read and forgotten, so that the reply finds a client that listens.
      payload.unpipe(form);
      payload.resume();
      for (const stream of streams) stream.destroy();
      throw error;
    });
}

function openForm(headers: IncomingHttpHeaders, limits: object) {
  try {
    return new Busboy({ headers: headers as BusboyHeaders, limits });
  } catch {
    throw badForm(`${asSpecified}: its content-type names no boundary.`);
  }
}

const tooManyFiles = (most: number): AppError =>
  new AppError('FILE_TOO_LARGE', `A request brings at most ${most} files.`, {
    limit: most,
    http: { status: 413 },
  });

/** The operation with its files in the places that the map names. */
function bodyOf({ operations, map, files }: Parts): object {
  const body = objectIn(operations, 'operations');
  for (const [name, places] of Object.entries(objectIn(map, 'map'))) {
    if (!Array.isArray(places)) throw badForm(`${asSpecified}: \`map\` names lists of places.`);
    for (const place of places) putFile(body, String(place), files.get(name));
  }
  return body;
}

function objectIn(text: string | undefined, name: string): Record<string, unknown> {
  try {
    const value = JSON.parse(text ?? '');
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Said below.
  }
  throw badForm(`${asSpecified}: \`${name}\` is no object in JSON.`);
}

/** Only where the operation has null already: nothing else can be reached through a path. */
function putFile(body: Record<string, unknown>, place: string, file: ReceivedFile | undefined): void {
  const path = place.split('.');
  const last = path.pop() ?? '';
  let parent: unknown = body;
  for (const key of path) parent = own(parent, key);
  if (path[0] !== 'variables' || own(parent, last) !== null) {
    throw badForm(`${asSpecified}: \`map\` names places of variables that are null.`);
  }
  if (!file) {
    const missing = [...path.slice(1), last].map((key) => (/^\d+$/.test(key) ? Number(key) : key));
    const message = 'A file is missing.';
    throw new AppError('BAD_USER_INPUT', message, {
      fields: [{ path: missing, code: 'REQUIRED', message }],
      http: { status: 400 },
    });
  }
  (parent as Record<string, unknown>)[last] = new Upload(file.filename, file.sha256, file.bytes);
}

const own = (parent: unknown, key: string): unknown =>
  typeof parent === 'object' && parent !== null && Object.hasOwn(parent, key)
    ? (parent as Record<string, unknown>)[key]
    : undefined;
