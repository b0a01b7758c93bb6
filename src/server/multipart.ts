import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { Busboy, type BusboyHeaders } from '@fastify/busboy';
import { AppError, fileTooLarge } from '../core/errors.js';
import { badForm, bodyOf, type FormParts, notAsSpecified } from './form-body.js';
import { type ReceivedFile, receiveFile } from './received-file.js';

/** What one request may bring. */
export type FormLimits = { files: number; fileBytes: number; fieldBytes: number };

/** A multipart request that has arrived: what it asks, and the files to close once it is answered. */
export type Form = { body: object; close: () => Promise<void> };

/** Files by the names of their parts, as they come. */
type Receiving = Map<string, Promise<ReceivedFile>>;

/** How many bytes a request may have. */
export const mostBytes = ({ files, fileBytes, fieldBytes }: FormLimits): number =>
  files * fileBytes + 2 * fieldBytes;

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
  const receiving: Receiving = new Map();
  const close = async () => {
    for (const file of await Promise.allSettled(receiving.values())) {
      if (file.status === 'fulfilled') await file.value.close();
    }
  };
  try {
    const fields = await readParts(payload, headers, folder, limits, receiving);
    const files = new Map<string, ReceivedFile>();
    for (const [name, file] of receiving) files.set(name, await file);
    return { body: bodyOf({ ...fields, files }), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The fields, once all parts have come. */
async function readParts(
  payload: Readable,
  headers: IncomingHttpHeaders,
  folder: string,
  limits: FormLimits,
  receiving: Receiving,
): Promise<Omit<FormParts, 'files'>> {
  const form = openForm(headers, limits);
  const streams: Readable[] = [];
  const fields: Omit<FormParts, 'files'> = { operations: undefined, map: undefined };
  try {
    await new Promise<void>((resolve, reject) => {
      form.on('field', (name, value, _nameIsCut, isCut) => {
        if (isCut) reject(fieldTooLarge(name));
        if (name === 'operations' || name === 'map') fields[name] = value;
      });
      form.on('file', (name, stream, filename) => {
        streams.push(stream);
        // The parser only says that a part has broken off; a stream that is destroyed ends for its reader too.
        stream.on('error', () => stream.destroy());
        if (fields.map === undefined) reject(notAsSpecified('`operations` and `map` come before files'));
        if (receiving.has(name)) reject(notAsSpecified('each part has a name of its own'));
        const file = receiveFile(stream, filename ?? '', folder, limits.fileBytes);
        file.catch(reject);
        receiving.set(name, file);
      });
      form.on('filesLimit', () => reject(tooManyFiles(limits.files)));
      form.on('finish', resolve);
      form.on('error', () => reject(notAsSpecified('no part is broken, and the last one ends')));
      payload.on('close', () => payload.readableEnded || reject(badForm('The request ended early.')));
      let size = 0;
      payload.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > mostBytes(limits)) reject(fileTooLarge(mostBytes(limits), size));
      });
      payload.pipe(form);
    });
    return fields;
  } catch (error) {
    // What still comes is read and forgotten, so that the reply finds a client that listens.
    payload.unpipe(form);
    payload.resume();
    for (const stream of streams) stream.destroy();
    throw error;
  }
}

function openForm(headers: IncomingHttpHeaders, { files, fieldBytes }: FormLimits) {
  try {
    const limits = { files, fields: 2, fieldSize: fieldBytes, headerPairs: 20 };
    return new Busboy({ headers: headers as BusboyHeaders, limits });
  } catch {
    throw notAsSpecified('its content-type names a boundary');
  }
}

const fieldTooLarge = (name: string): AppError =>
  new AppError('PAYLOAD_TOO_LARGE', `\`${name.slice(0, 20)}\` is longer than this server accepts.`, {
    http: { status: 413 },
  });

const tooManyFiles = (most: number): AppError =>
  new AppError('FILE_TOO_LARGE', `A request brings at most ${most} files.`, {
    limit: most,
    http: { status: 413 },
  });
