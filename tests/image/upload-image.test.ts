import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { useApi } from '../support/api.ts';
import { animation, picture, png, type TestFile, upload, uploadAll, uploaded } from '../support/upload.ts';

const api = useApi();

const imagesOf = async (user: { id: string }) =>
  (await api.db.query('select * from images where owner_id = $1', [user.id])).rows;
const fetched = async (url: string, headers = {}) => {
  const reply = await fetch(url, { headers });
  return { reply, bytes: Buffer.from(await reply.arrayBuffer()) };
};
/** The names of all files below a folder of the server's data. */
const filesIn = (folder: string) => {
  const path = join(String(api.settings.DATA_DIR), folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? entry.name : [],
  );
};

describe('uploadImage', () => {
  it('keeps a picture, and says what it is', async () => {
    const file = await png();
    const { user, ...image } = await uploaded(api, file, { alt: 'A stone' });
    expect(image).toMatchObject({
      filename: 'stone.png',
      format: 'PNG',
      width: 40,
      height: 30,
      alt: 'A stone',
      visibility: 'PRIVATE',
      owner: { username: user.username },
    });
    expect(Buffer.from(image.placeholder, 'base64').length).toBeGreaterThan(4);
    const { reply, bytes } = await fetched(image.url);
    expect(reply.status).toBe(200);
    expect(reply.headers.get('content-type')).toBe('image/png');
    expect(bytes).toHaveLength(image.size);
    const sent = await sharp(file.bytes).raw().toBuffer();
    expect(await sharp(bytes).raw().toBuffer()).toEqual(sent);
  });

  it.each(['jpeg', 'png', 'webp', 'avif', 'gif'] as const)(
    'keeps a picture in %s as that',
    async (format) => {
      const bytes = await picture().toFormat(format).toBuffer();
      const image = await uploaded(api, { bytes, name: 'picture', type: 'application/octet-stream' });
      expect(image.format).toBe(format.toUpperCase());
      const { reply, bytes: kept } = await fetched(image.url);
      expect(reply.headers.get('content-type')).toBe(`image/${format}`);
      expect((await sharp(kept).metadata()).width).toBe(40);
    },
  );

  it.each(['gif', 'webp'] as const)('keeps an animation in %s moving', async (format) => {
    const image = await uploaded(api, await animation(5, format));
    expect(image).toMatchObject({ format: format.toUpperCase(), width: 40, height: 30 });
    const { bytes } = await fetched(image.url);
    expect((await sharp(bytes).metadata()).pages).toBe(5);
  });

  it('turns a picture upright and takes away what it tells beside what it shows', async () => {
    const exif = { IFD0: { Copyright: 'SECRET' }, IFD3: { GPSLatitude: '51/1 30/1 3230/100' } };
    const marked = await picture(60, 20)
      .withMetadata({ orientation: 6, exif })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">SECRET</x:xmpmeta>')
      .jpeg()
      .toBuffer();
    const image = await uploaded(api, { bytes: Buffer.concat([marked, Buffer.from('SECRET')]) });
    expect(image).toMatchObject({ width: 20, height: 60 });
    const { bytes } = await fetched(image.url);
    const { width, height, orientation, exif: left, xmp } = await sharp(bytes).metadata();
    expect({ width, height, orientation, left, xmp }).toEqual({ width: 20, height: 60 });
    expect(bytes.includes('SECRET')).toBe(false);
  });

  it('keeps the colours of a picture with a profile', async () => {
    const bytes = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#f00' } })
      .withIccProfile('p3')
      .png()
      .toBuffer();
    const { bytes: kept } = await fetched((await uploaded(api, { bytes })).url);
    expect((await sharp(kept).metadata()).icc).toEqual((await sharp(bytes).metadata()).icc);
    expect(await sharp(kept).raw().toBuffer()).toEqual(await sharp(bytes).raw().toBuffer());
  });

  it('gives the same image back for the same bytes of the same owner', async () => {
    const file = await png();
    const { user, id } = await uploaded(api, file);
    expect((await upload(api, user, { ...file, name: 'other.png' })).data.uploadImage).toMatchObject({ id });
    expect(await imagesOf(user)).toHaveLength(1);
    expect((await uploaded(api, file)).id).not.toBe(id);
  });

  it('keeps one image of ten that are sent at once with the same bytes', async () => {
    const user = await api.make.user();
    const file = await png();
    const replies = await Promise.all(Array.from({ length: 10 }, () => upload(api, user, file)));
    expect(new Set(replies.map(({ data }) => data.uploadImage.id)).size).toBe(1);
    expect(await imagesOf(user)).toHaveLength(1);
  });

  it.each([
    ['a path', '../../etc/passwd', 'passwd'],
    ['a path of Windows', 'C:\\pictures\\stone.png', 'stone.png'],
    ['letters that turn the direction', 'stone\u202Egnp.exe', 'stonegnp.exe'],
    ['Chinese', '石头.png', '石头.png'],
    ['300 letters', 'x'.repeat(300), 'x'.repeat(255)],
  ])('shows a name with %s as text', async (_what, name, shown) => {
    expect((await uploaded(api, { ...(await png()), name })).filename).toBe(shown);
  });

  it('refuses a guest before a byte is kept', async () => {
    const reply = await upload(api, undefined, await png());
    expect(reply).toFailWith('UNAUTHENTICATED');
    expect(reply.status).toBe(401);
    expect(filesIn('incoming')).toEqual([]);
  });

  const refused: [string, () => Promise<TestFile>, string][] = [
    ['text', async () => ({ bytes: Buffer.from('<html>') }), 'UNSUPPORTED_MEDIA_TYPE'],
    ['nothing', async () => ({ bytes: Buffer.alloc(0) }), 'BAD_USER_INPUT'],
    [
      'SVG',
      async () => ({ bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') }),
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['TIFF', async () => ({ bytes: await picture().tiff().toBuffer() }), 'UNSUPPORTED_MEDIA_TYPE'],
    [
      'half a PNG',
      async () => ({
        bytes: (
          await sharp({
            create: {
              width: 200,
              height: 200,
              channels: 3,
              background: '#000',
              noise: { type: 'gaussian', mean: 99, sigma: 30 },
            },
          })
            .png()
            .toBuffer()
        ).subarray(0, 9_000),
      }),
      'BAD_USER_INPUT',
    ],
    ['a name of spaces', async () => ({ ...(await png()), name: '  ' }), 'BAD_USER_INPUT'],
  ];
  it.each(refused)('refuses %s, and keeps nothing', async (_what, make, code) => {
    const user = await api.make.user();
    const before = filesIn('images').length;
    expect(await upload(api, user, await make())).toFailWith(code);
    expect(await imagesOf(user)).toEqual([]);
    expect(filesIn('images')).toHaveLength(before);
    expect(filesIn('incoming')).toEqual([]);
  });
});

describe('uploadImages', () => {
  it('keeps each file that is good, and says what is wrong with the others', async () => {
    const user = await api.make.user();
    const files = [await png(), { bytes: Buffer.from('no picture') }, await png()];
    const { status, data, errors } = await uploadAll(api, user, files);
    expect(status).toBe(200);
    expect(data.uploadImages).toMatchObject([{ filename: 'stone.png' }, null, { filename: 'stone.png' }]);
    expect(errors).toMatchObject([
      { path: ['uploadImages', 1], extensions: { code: 'UNSUPPORTED_MEDIA_TYPE' } },
    ]);
    expect(await imagesOf(user)).toHaveLength(2);
  });
});
