import { join } from 'node:path';
import type { Config } from '../config.js';
import { diskStore } from '../platform/disk-store.js';
import { s3Store } from '../platform/s3-store.js';
import type { Store } from '../platform/store.js';

/** Where images are kept: a bucket if there is one, and the data folder otherwise. */
export function openStore(config: Config): Store {
  const { S3_BUCKET, S3_ENDPOINT, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, S3_PATH_STYLE } = config;
  if (!S3_BUCKET) return diskStore(join(config.DATA_DIR, 'images'));
  return s3Store({
    bucket: S3_BUCKET,
    endpoint: S3_ENDPOINT,
    region: S3_REGION,
    credentials:
      S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY
        ? { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY }
        : undefined,
    pathStyle: S3_PATH_STYLE === 'on',
  });
}
