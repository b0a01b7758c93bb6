import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';
import { DeleteObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import sharp from 'sharp';
import { useApi } from '../support/api.ts';
import { readEnvironment } from '../support/environment.ts';
import { runToEnd, waitFor } from '../support/process.ts';
import { picture, png, upload, uploaded } from '../support/upload.ts';

const bucket = 'pictures';
const credentials = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
const directory = mkdtempSync(join(readEnvironment().folder, 's3-'));
const s3 = new S3rver({
  port: 0,
  directory,
  silent: true,
  // It leaves out the slash after a bucket when it works out what should have been signed for a list.
  allowMismatchedSignatures: true,
  configureBuckets: [{ name: bucket, configs: [] }],
});
let client: S3Client;
let settings: Record<string, string>;

beforeAll(async () => {
  const { port } = await s3.run();
  const endpoint = `http://127.0.0.1:${port}`;
  client = new S3Client({ endpoint, region: 'us-east-1', forcePathStyle: true, credentials });
  settings = {
    S3_BUCKET: bucket,
    S3_ENDPOINT: endpoint,
    S3_PATH_STYLE: 'on',
    S3_ACCESS_KEY_ID: credentials.accessKeyId,
    S3_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  };
});
afterAll(() => s3.close());

const api = useApi(() => settings);
const open = { visibility: 'PUBLIC' };
const keys = async () => {
  const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: bucket }));
  return Contents.map(({ Key }) => String(Key)).sort();
};
const inkstone = (...args: string[]) => runToEnd('cli.js', args, api.settings);

describe('images in a bucket', () => {
  it('are kept, shown whole and in part, made in other sizes, and removed', async () => {
    const { user, id, url, size } = await uploaded(api, await png(400, 300), open);
    const whole = Buffer.from(await (await fetch(url)).arrayBuffer());
    expect(whole).toHaveLength(size);
    const part = await fetch(url, { headers: { range: 'bytes=-9' } });
    expect([part.status, Buffer.from(await part.arrayBuffer())]).toEqual([206, whole.subarray(-9)]);
    const small = await fetch(`${api.running.url}/images/${id}/w160.webp`);
    expect((await sharp(Buffer.from(await small.arrayBuffer())).metadata()).width).toBe(160);
    const own = async () => (await keys()).filter((key) => key.includes(id));
    const folder = id.slice(-2);
    expect(await own()).toEqual([`originals/${folder}/${id}`, `variants/${folder}/${id}/w160.webp`]);
    await api.as(user).send('mutation ($id: ID!) { deleteImage(id: $id) }', { id });
    expect((await fetch(url)).status).toBe(404);
    await waitFor(async () => ((await own()).length === 0 ? true : undefined));
  });

  it('may be so large that they are sent in parts', async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 80 } as const;
    const bytes = await sharp({
      create: { width: 1_600, height: 1_500, channels: 3, background: '#000', noise },
    })
      .png()
      .toBuffer();
    expect(bytes.length).toBeGreaterThan(5 * 1024 * 1024);
    const { url, size } = await uploaded(api, { bytes }, open);
    expect(Buffer.from(await (await fetch(url)).arrayBuffer())).toHaveLength(size);
  });

  it('are in another process too', async () => {
    const other = await api.another();
    const { url } = await uploaded(api, { bytes: await picture().jpeg().toBuffer() }, open);
    expect((await fetch(url.replace(api.running.url, other.running.url))).status).toBe(200);
  });

  it('are refused, without a row, while the bucket cannot be reached', async () => {
    const other = await api.another({ S3_ENDPOINT: 'http://127.0.0.1:9' });
    const user = await api.make.user();
    expect(await upload(other, user, await png())).toFailWith('SERVICE_UNAVAILABLE');
    expect((await api.db.query('select 1 from images where owner_id = $1', [user.id])).rows).toEqual([]);
  });
});

describe('inkstone store', () => {
  it('finds what is missing, lost and unknown, and mends what can be mended', async () => {
    const { id } = await uploaded(api, await png(400, 300), open);
    const gone = await uploaded(api, await png(), open);
    await fetch(`${api.running.url}/images/${id}/w160.webp`);
    const folder = id.slice(-2);
    const lost = `variants/${folder}/${id}/w160.webp`;
    for (const Key of [lost, `originals/${gone.id.slice(-2)}/${gone.id}`]) {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key }));
    }
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: 'originals/00/stray', Body: 'x' }));
    const found = await inkstone('store', 'check');
    expect(found.code).toBe(1);
    expect(found.output).toContain(`missing  the file of image ${gone.id}`);
    expect(found.output).toContain(`lost     ${lost}`);
    expect(found.output).toContain('unknown  originals/00/stray');
    await inkstone('store', 'mend');
    await api.as(gone.user).send('mutation ($id: ID!) { deleteImage(id: $id) }', { id: gone.id });
    await waitFor(async () => {
      const again = await inkstone('store', 'check');
      return again.code === 0 ? true : undefined;
    });
    expect(await keys()).not.toContain('originals/00/stray');
    expect((await fetch(`${api.running.url}/images/${id}/w160.webp`)).status).toBe(200);
  });

  it('says how it is used', async () => {
    const { code, output } = await inkstone('store', 'burn');
    expect([code, output]).toEqual([1, expect.stringContaining('store check|mend')]);
  });
});
