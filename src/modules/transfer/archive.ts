import { createHash } from 'node:crypto';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { extract, type Pack } from 'tar-stream';

/** What an archive begins with. */
export type Manifest = {
  format: typeof archiveFormat;
  madeAt: string;
  /** The migrations of the database that it was made from. */
  migrations: string[];
  /** Rows by table. */
  rows: Record<string, number>;
};

export const archiveFormat = 'inkstone-archive-1';
export const manifestName = 'manifest.json';
/** Before the keys of what lies in the store. */
export const filesFolder = 'files/';
const checksumsName = 'checksums.sha256';

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Adds files to an archive one after the other, and at the end what their contents must be. */
export function createArchive(pack: Pack) {
  const checksums: string[] = [];
  const write = (name: string, content: Buffer) =>
    new Promise<void>((resolve, reject) => {
      pack.entry({ name, mode: 0o600 }, content, (error) => (error ? reject(error) : resolve()));
    });
  return {
    add: async (name: string, content: Buffer | string): Promise<void> => {
      const bytes = Buffer.from(content);
      checksums.push(`${sha256(bytes)}  ${name}\n`);
      await write(name, bytes);
    },
    finish: async (): Promise<void> => {
      await write(checksumsName, Buffer.from(checksums.join('')));
      pack.finalize();
    },
  };
}

/**
 * The files of an archive in their order. Throws at the end unless every one was there, whole and unchanged: what was
 * done with them is to be undone then.
 */
export async function* readArchive(file: Readable): AsyncGenerator<{ name: string; content: Buffer }> {
  const seen: string[] = [];
  let expected = '';
  const entries = extract();
  // What goes wrong on the way ends the loop below.
  pipeline(file, createGunzip(), entries, () => {});
  for await (const entry of entries) {
    const chunks: Buffer[] = [];
    for await (const chunk of entry) chunks.push(chunk as Buffer);
    const [name, content] = [entry.header.name, Buffer.concat(chunks)];
    if (name === checksumsName) expected = content.toString();
    else {
      seen.push(`${sha256(content)}  ${name}\n`);
      yield { name, content };
    }
  }
  if (expected === '' || seen.join('') !== expected) throw new Error('it was cut off or changed');
}
