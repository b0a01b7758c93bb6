import type { Readable } from 'node:stream';
import type { Store } from './store.js';

/** Where a bucket is, and by what right it is used; without keys, by what the environment of AWS offers. */
export type S3Options = {
  bucket: string;
  /** Amazon's own if left out. */
  endpoint: string | undefined;
  region: string;
  credentials: { accessKeyId: string; secretAccessKey: string } | undefined;
  /** The bucket stands in the path of URLs and not in their host. */
  pathStyle: boolean;
};

/** Larger files are sent in parts of this size. */
const partBytes = 5 * 1024 * 1024;

/** Who waits longer is told that the store is away. */
const patience = { connectionTimeout: 3_000, requestTimeout: 30_000 };

/** Files in a bucket of S3, or of anything that speaks like it. The library is loaded with the first file. */
export function s3Store({ bucket, endpoint, region, credentials, pathStyle }: S3Options): Store {
  let connecting: ReturnType<typeof connect> | undefined;

  async function connect() {
    const [sdk, { Upload }] = await Promise.all([
      import('@aws-sdk/client-s3'),
      import('@aws-sdk/lib-storage'),
    ]);
    const client = new sdk.S3Client({
      region,
      forcePathStyle: pathStyle,
      requestHandler: patience,
      // Checksums of newer kinds are not understood everywhere.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      ...(endpoint && { endpoint }),
      ...(credentials && { credentials }),
    });
    return { ...sdk, Upload, client };
  }
  const ready = () => {
    connecting ??= connect();
    return connecting;
  };
  const at = (key: string) => ({ Bucket: bucket, Key: key });

  const sizeOf = async (key: string): Promise<number | null> => {
    const { client, HeadObjectCommand } = await ready();
    const head = await client.send(new HeadObjectCommand(at(key))).catch(missing);
    return head ? (head.ContentLength ?? 0) : null;
  };

  return {
    put: async (key, bytes) => {
      const { client, Upload } = await ready();
      await new Upload({ client, params: { ...at(key), Body: bytes }, partSize: partBytes }).done();
    },
    open: async (key, rangeOf) => {
      const { client, GetObjectCommand } = await ready();
      const size = rangeOf && (await sizeOf(key));
      if (size === null) return null;
      const range = size === undefined ? undefined : rangeOf?.(size);
      const part = range && { Range: `bytes=${range.start}-${range.end}` };
      const object = await client.send(new GetObjectCommand({ ...at(key), ...part })).catch(missing);
      if (!object) return null;
      return { size: size ?? object.ContentLength ?? 0, body: object.Body as Readable };
    },
    has: async (key) => (await sizeOf(key)) !== null,
    remove: async (key) => {
      const { client, DeleteObjectCommand } = await ready();
      await client.send(new DeleteObjectCommand(at(key)));
    },
    keys: async function* () {
      const { client, paginateListObjectsV2 } = await ready();
      for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket: bucket })) {
        for (const { Key } of Contents) if (Key) yield Key;
      }
    },
  };
}

function missing(error: Error): null {
  if (['NoSuchKey', 'NotFound'].includes(error.name)) return null;
  throw error;
}
