import sharp from 'sharp';
import { useApi } from '../support/api.ts';
import { waitFor } from '../support/process.ts';
import { animation, picture, png, uploaded } from '../support/upload.ts';

const api = useApi();
const open = { visibility: 'PUBLIC' };

const Variant = `query ($id: ID!, $width: Int, $height: Int, $fit: ImageFit = CONTAIN, $format: ImageFormat) {
  image(id: $id) { variant(width: $width, height: $height, fit: $fit, format: $format) { url width height format } }
}`;
const Srcset = 'query ($id: ID!, $widths: [Int!]) { image(id: $id) { srcset(widths: $widths) } }';
const Url =
  'query ($id: ID!, $width: Int, $format: ImageFormat) { image(id: $id) { url(width: $width, format: $format) } }';
const Focus = `mutation ($id: ID!, $focalPoint: FocalPointInput) {
  updateImage(id: $id, input: { focalPoint: $focalPoint }) { focalPoint { x y } }
}`;

async function fetched(url: string, accept = '*/*') {
  const reply = await fetch(url, { headers: { accept } });
  expect(reply.status).toBe(200);
  const bytes = Buffer.from(await reply.arrayBuffer());
  return { reply, bytes, ...(await sharp(bytes).metadata()) };
}
const variant = async (id: string, wanted: object) =>
  (await api.send(Variant, { id, ...wanted })).data.image.variant;
const filesOf = async (id: string) =>
  (await api.db.query('select key from image_files where image_id = $1 order by key', [id])).rows.map(
    ({ key }) => key,
  );

/** Red on the left, blue on the right. */
async function halves() {
  const half = (background: string) => ({
    create: { width: 100, height: 100, channels: 3 as const, background },
  });
  const bytes = await sharp({ create: { width: 200, height: 100, channels: 3, background: '#f00' } })
    .composite([{ input: await sharp(half('#00f')).png().toBuffer(), left: 100, top: 0 }])
    .png()
    .toBuffer();
  return { bytes };
}

describe('a variant', () => {
  it.each([
    [{ width: 100 }, 100, 75],
    [{ height: 30 }, 40, 30],
    [{ width: 100, height: 30 }, 40, 30],
    [{ width: 4096 }, 400, 300],
    [{}, 400, 300],
    [{ width: 1, height: 1 }, 1, 1],
    [{ width: 100, height: 100, fit: 'COVER' }, 100, 100],
    [{ width: 2000, height: 1000, fit: 'COVER' }, 400, 200],
    [{ width: 100, fit: 'COVER' }, 100, 75],
  ])('in a box of %j has the size that it says', async (wanted, width, height) => {
    const { id } = await uploaded(api, await png(400, 300), open);
    const made = await variant(id, wanted);
    expect(made).toMatchObject({ width, height, format: 'PNG' });
    expect(await fetched(made.url)).toMatchObject({ width, height, format: 'png' });
  });

  it.each(['JPEG', 'PNG', 'GIF', 'WEBP', 'AVIF'])('is made in %s', async (format) => {
    const { id } = await uploaded(api, await png(400, 300), open);
    const made = await variant(id, { width: 50, format });
    const { reply } = await fetched(made.url);
    expect(made.format).toBe(format);
    expect(reply.headers.get('content-type')).toBe(`image/${format.toLowerCase()}`);
    expect(reply.headers.get('vary')).not.toMatch(/accept(,|$)/);
  });

  it('keeps the focal point in sight', async () => {
    const { id, user } = await uploaded(api, await halves(), open);
    const corner = async () => {
      const { url } = await variant(id, { width: 50, height: 100, fit: 'COVER', format: 'PNG' });
      const pixels = await sharp((await fetched(url)).bytes)
        .raw()
        .toBuffer();
      return { url, colour: [...pixels.subarray(0, 3)] };
    };
    const focus = (x: number) => api.as(user).send(Focus, { id, focalPoint: { x, y: 0.5 } });
    await focus(0.1);
    const left = await corner();
    await focus(0.9);
    const right = await corner();
    expect([left.colour, right.colour]).toEqual([
      [255, 0, 0],
      [0, 0, 255],
    ]);
    expect(left.url).not.toBe(right.url);
  });

  it('moves if the picture and the format can', async () => {
    const { id } = await uploaded(api, await animation(4, 'gif'), open);
    const pages = async (format?: string) =>
      (await fetched((await variant(id, { width: 20, format })).url)).pages ?? 1;
    expect(await Promise.all([undefined, 'WEBP', 'PNG', 'AVIF'].map(pages))).toEqual([4, 4, 1, 1]);
  });

  it('is the best that its reader accepts, if no format was asked for', async () => {
    const { id } = await uploaded(api, await png(400, 300), open);
    const { url } = await variant(id, { width: 160 });
    const avif = await fetched(url, 'image/avif,image/webp,*/*');
    const webp = await fetched(url, 'image/webp,*/*');
    const plain = await fetched(url);
    expect([avif, webp, plain].map(({ reply }) => reply.headers.get('content-type'))).toEqual([
      'image/avif',
      'image/webp',
      'image/png',
    ]);
    expect(plain.reply.headers.get('vary')).toMatch(/accept/);
    expect(new Set([avif, webp, plain].map(({ reply }) => reply.headers.get('etag'))).size).toBe(3);
  });

  it('of a picture that is very long has a format that can be so long', async () => {
    const { id } = await uploaded(api, { bytes: await picture(10, 20_000).png().toBuffer() }, open);
    const { url } = await variant(id, { width: 10 });
    expect((await fetched(url, 'image/avif,image/webp')).reply.headers.get('content-type')).toBe('image/png');
  });

  it.each([{ width: 0 }, { height: -1 }, { width: 4097 }])(
    'of an impossible size is refused: %j',
    async (wanted) => {
      const { id } = await uploaded(api, await png(), open);
      const reply = await api.send(Variant, { id, ...wanted });
      expect(reply.errors?.[0]?.extensions).toMatchObject({
        code: 'BAD_USER_INPUT',
        fields: [{ code: 'RANGE' }],
      });
    },
  );
});

describe('url', () => {
  it('has a listed width without a signature, and others with one', async () => {
    const { id } = await uploaded(api, await png(400, 300), open);
    const url = async (wanted: object) => (await api.send(Url, { id, ...wanted })).data.image.url;
    const listed = await url({ width: 160 });
    const other = await url({ width: 161 });
    expect(new URL(listed).pathname).toBe(`/images/${id}/w160`);
    expect(new URL(listed).search).toBe('');
    expect((await fetched(other)).width).toBe(161);
    expect((await fetch(other.split('?')[0])).status).toBe(404);
    expect(await fetched(await url({ format: 'WEBP' }))).toMatchObject({ format: 'webp', width: 400 });
  });

  it.each([
    'w99999',
    'w0',
    'w',
    'w10.svg',
    'w10.png.png',
    'original.webp',
    '10x10',
    '10x10-50-200',
    '..',
    'W160',
  ])('that ends with %s shows nothing', async (file) => {
    const { id, url } = await uploaded(api, await png(400, 300), open);
    expect((await fetch(url.replace('original', file))).status).toBe(404);
    expect(await filesOf(id)).toHaveLength(1);
  });
});

describe('srcset', () => {
  it('names the widths that the picture has, and its own', async () => {
    const { id } = await uploaded(api, await png(400, 300), open);
    const widths = (text: string) => text.split(', ').map((part) => part.split(' ')[1]);
    expect(widths((await api.send(Srcset, { id })).data.image.srcset)).toEqual(['160w', '320w', '400w']);
    const { srcset } = (await api.send(Srcset, { id, widths: [50, 100, 9000].slice(0, 2) })).data.image;
    expect(widths(srcset)).toEqual(['50w', '100w']);
    for (const part of srcset.split(', ')) {
      const [url, width] = part.split(' ');
      expect(`${(await fetched(url)).width}w`).toBe(width);
    }
  });

  it('refuses more than ten', async () => {
    const { id } = await uploaded(api, await png(), open);
    const reply = await api.send(Srcset, { id, widths: Array.from({ length: 11 }, (_, n) => n + 1) });
    expect(reply.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('a variant that is asked for the first time', () => {
  it('is made once, however many ask, in two processes', async () => {
    const other = await api.another();
    const { id } = await uploaded(api, { bytes: await picture(1200, 900).jpeg().toBuffer() }, open);
    const here = `${api.running.url}/images/${id}/w640.webp`;
    const there = here.replace(api.running.url, other.running.url);
    const replies = await Promise.all(Array.from({ length: 50 }, (_, n) => fetched(n % 2 ? here : there)));
    expect(new Set(replies.map(({ bytes }) => bytes.toString('base64'))).size).toBe(1);
    const made = [api, other].map(({ running }) => running.log().split(`/${id}/w640.webp`).length - 1);
    expect(made[0] ?? 0).toBeLessThanOrEqual(1);
    expect((made[0] ?? 0) + (made[1] ?? 0)).toBe(1);
    expect(await filesOf(id)).toHaveLength(2);
  });

  it('is not made for one who may not see the image', async () => {
    const { id, url } = await uploaded(api, await png());
    expect((await fetch(`${new URL(url).origin}/images/${id}/w160.webp`)).status).toBe(404);
    expect(await filesOf(id)).toHaveLength(1);
  });
});

describe('variants beyond IMAGE_CACHE_BYTES', () => {
  it('go, the oldest first, and are made again when they are asked for', async () => {
    const small = await api.another({ IMAGE_CACHE_BYTES: '1' });
    const { id, user } = await uploaded(small, await png(400, 300), open);
    const url = `${small.running.url}/images/${id}/w160.png`;
    await fetched(url);
    expect(await filesOf(id)).toHaveLength(2);
    // Whoever sweeps may be the other process, which keeps more; it is asked until the right one does.
    await waitFor(async () => {
      const { id: gone } = await uploaded(small, await png());
      await small.as(user).send('mutation ($id: ID!) { deleteImage(id: $id) }', { id: gone });
      const extra = await uploaded(small, await png());
      await small.as(extra.user).send('mutation ($id: ID!) { deleteImage(id: $id) }', { id: extra.id });
      return (await filesOf(id)).length === 1 ? true : undefined;
    });
    expect(await fetched(url)).toMatchObject({ width: 160 });
  });
});
