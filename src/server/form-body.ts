import { AppError } from '../core/errors.js';
import { Upload } from '../core/upload.js';
import type { ReceivedFile } from './received-file.js';

/** What a request of the graphql-multipart-request-spec consists of. */
export type FormParts = {
  operations: string | undefined;
  map: string | undefined;
  files: ReadonlyMap<string, ReceivedFile>;
};

export const badForm = (message: string): AppError =>
  new AppError('BAD_REQUEST', message, { http: { status: 400 } });

/** What is wrong with the form, in words that follow a colon. */
export const notAsSpecified = (what: string): AppError =>
  badForm(`The multipart request is not as the graphql-multipart-request-spec says: ${what}.`);

/** The operation with its files in the places that the map names; throws BAD_REQUEST or BAD_USER_INPUT. */
export function bodyOf({ operations, map, files }: FormParts): object {
  const body = objectIn(operations, 'operations');
  for (const [name, places] of Object.entries(objectIn(map, 'map'))) {
    if (!Array.isArray(places)) throw notAsSpecified('`map` names lists of places');
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
  throw notAsSpecified(`\`${name}\` is an object in JSON`);
}

/** Only where the operation has null already: nothing else can be reached through a path. */
function putFile(body: Record<string, unknown>, place: string, file: ReceivedFile | undefined): void {
  const path = place.split('.');
  const last = path.pop() ?? '';
  const parent = path.reduce<unknown>(own, body);
  if (path[0] !== 'variables' || own(parent, last) !== null) {
    throw notAsSpecified('`map` names places of variables that are null');
  }
  if (!file) throw missingFile([...path.slice(1), last]);
  (parent as Record<string, unknown>)[last] = new Upload(file.filename, file.sha256, file.bytes);
}

const own = (parent: unknown, key: string): unknown =>
  typeof parent === 'object' && parent !== null && Object.hasOwn(parent, key)
    ? (parent as Record<string, unknown>)[key]
    : undefined;

function missingFile(place: string[]): AppError {
  const path = place.map((key) => (/^\d+$/.test(key) ? Number(key) : key));
  const message = 'A file is missing.';
  return new AppError('BAD_USER_INPUT', message, {
    fields: [{ path, code: 'REQUIRED', message }],
    http: { status: 400 },
  });
}
