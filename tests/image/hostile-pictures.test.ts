import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { useApi } from '../support/api.ts';
import type { TestUser } from '../support/make.ts';
import { chunk, header, pixelsOf, type RawPng, rawPng, signature } from '../support/raw-png.ts';
import { animation, picture, upload, uploadAll } from '../support/upload.ts';

const api = useApi({ IMAGE_QUOTA_BYTES: '100000000000' });
let user: TestUser;
beforeAll(async () => {
  user = await api.make.user();
});

const rows = async () => Number((await api.row('select count(*) from images')).count);
const codeOf = async (bytes: Buffer) => {
  const { status, errors } = await upload(api, user, { bytes });
  expect(status).toBe(200);
  return errors?.map(({ extensions: { code, fields } }) => fields?.[0]?.code ?? code).join() ?? 'kept';
};
const signed = (at: number, byte: number) => {
  const other = Buffer.from(signature);
  other[at] = byte;
  return other;
};
/** As some programs change line ends in what they take for text. */
const withLineEnds = (bytes: Buffer, from: string, to: string) =>
  Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1');
const grey: RawPng = { colour: 0, depth: 1 };
const rest = (png: RawPng) => [chunk('IDAT', pixelsOf(png)), chunk('IEND', Buffer.alloc(0))];

describe('a PNG', () => {
  const kinds = [
    ...[1, 2, 4, 8, 16].map((depth) => ({ colour: 0, depth })),
    ...[8, 16].map((depth) => ({ colour: 2, depth })),
    ...[1, 2, 4, 8].map((depth) => ({ colour: 3, depth })),
    ...[4, 6].flatMap((colour) => [8, 16].map((depth) => ({ colour, depth }))),
  ];
  it.each(kinds)('of every kind is kept: %j', async (kind) => {
    expect(await codeOf(rawPng(kind))).toBe('kept');
  });

  it.each([1, 2, 3, 5, 8, 31, 33])('of %i pixels a side is kept, interlaced or not', async (side) => {
    expect(await codeOf(rawPng({ width: side, height: side }))).toBe('kept');
    expect(await codeOf(await picture(side, side).png({ progressive: true }).toBuffer())).toBe('kept');
  });

  // The fourteen ways to be corrupt of PngSuite.
  it.each<[string, Buffer]>([
    ['a first byte without its high bit', rawPng({ ...grey, signature: signed(0, 0x09) })],
    ['another second byte', rawPng({ ...grey, signature: signed(1, 0x51) })],
    ['a small letter in its name', rawPng({ ...grey, signature: signed(3, 0x67) })],
    ['a space for a control character', rawPng({ ...grey, signature: signed(6, 0x20) })],
    ['carriage returns that were added', withLineEnds(rawPng(grey), '\n', '\r\n')],
    ['line feeds that were taken away', withLineEnds(rawPng(grey), '\r\n', '\n')],
    [
      'a header with a wrong checksum',
      Buffer.concat([signature, chunk('IHDR', header({ colour: 0 }), false), ...rest({ colour: 0 })]),
    ],
    ['colours of kind 1', rawPng({ colour: 1 })],
    ['colours of kind 9', rawPng({ colour: 9 })],
    ['0 bits a sample', rawPng({ depth: 0 })],
    ['3 bits a sample', rawPng({ depth: 3 })],
    ['99 bits a sample', rawPng({ depth: 99 })],
    ['no pixels', rawPng({ ...grey, pixels: null })],
    [
      'pixels with a wrong checksum',
      Buffer.concat([
        signature,
        chunk('IHDR', header(grey)),
        chunk('IDAT', pixelsOf(grey), false),
        chunk('IEND', Buffer.alloc(0)),
      ]),
    ],
  ])('with %s is refused', async (_what, bytes) => {
    const before = await rows();
    expect(await codeOf(bytes)).toMatch(/^(DAMAGED|UNSUPPORTED_MEDIA_TYPE)$/);
    expect(await rows()).toBe(before);
  });
});

/** A GIF of so many frames of one pixel on a canvas of this size. */
function gif(frames: number, width: number, height: number): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt16LE(width, 0);
  size.writeUInt16LE(height, 2);
  const head = Buffer.concat([
    Buffer.from('GIF89a'),
    size,
    Buffer.from([0x80, 0, 0, 0, 0, 0, 255, 255, 255]),
  ]);
  const control = [0x21, 0xf9, 4, 0, 1, 0, 0, 0];
  const frame = Buffer.from([...control, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]);
  return Buffer.concat([head, ...Array.from({ length: frames }, () => frame), Buffer.from([0x3b])]);
}

describe('a picture that would fill the memory', () => {
  it.each<[string, () => Buffer | Promise<Buffer>]>([
    [
      '400 megapixels in a PNG',
      () => rawPng({ width: 20_000, height: 20_000, pixels: deflateSync(Buffer.alloc(1_000_000)) }),
    ],
    [
      '4 billion pixels a side',
      () => rawPng({ width: 0x7fffffff, height: 0x7fffffff, pixels: deflateSync(Buffer.alloc(99)) }),
    ],
    [
      '51 megapixels in a JPEG',
      () =>
        sharp({ create: { width: 10_200, height: 5_000, channels: 3, background: '#fff' } })
          .jpeg()
          .toBuffer(),
    ],
    ['50,000 frames', () => gif(50_000, 100, 100)],
  ])('%s: is refused by its header', async (_what, make) => {
    expect(await codeOf(await make())).toMatch(/^(PIXELS|DAMAGED)$/);
  });

  it('with a text that unpacks to 100 MB is kept without it, or refused', async () => {
    const bomb = Buffer.concat([
      Buffer.from('Comment\0\0', 'latin1'),
      deflateSync(Buffer.alloc(100_000_000, 65)),
    ]);
    expect(await codeOf(rawPng({ more: [chunk('zTXt', bomb)] }))).toMatch(/^(kept|DAMAGED)$/);
  });

  it('with fewer pixels than its header says is refused', async () => {
    expect(
      await codeOf(rawPng({ width: 900, height: 900, pixels: pixelsOf({ width: 900, height: 100 }) })),
    ).toBe('DAMAGED');
  });
});

describe('what is something else as well', () => {
  it('is kept as a picture and nothing else', async () => {
    const page = Buffer.from('<script>alert(1)</script>PK\x03\x04');
    const reply = await upload(
      api,
      user,
      { bytes: Buffer.concat([await picture().jpeg().toBuffer(), page]) },
      { visibility: 'PUBLIC' },
    );
    const served = await fetch(reply.data.uploadImage.url);
    expect(Buffer.from(await served.arrayBuffer()).includes('script')).toBe(false);
    expect(served.headers.get('content-type')).toBe('image/jpeg');
  });

  it.each([
    ['a page that begins like a GIF', 'GIF89a/*<script>*/=1'],
    ['a PDF', '%PDF-1.7'],
    ['a PNG of text', '\x89PNG\r\n\x1a\nhello'],
    ['an AVIF of nothing', '\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf'],
    ['a HEIC', '\0\0\0\x18ftypheic\0\0\0\0mif1heic'],
  ])('is refused: %s', async (_what, text) => {
    expect(await codeOf(Buffer.from(text, 'latin1'))).toMatch(/^(DAMAGED|UNSUPPORTED_MEDIA_TYPE|PIXELS)$/);
  });
});

/** The same numbers at each run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
}

describe.each(['png', 'jpeg', 'gif', 'webp', 'avif'] as const)(
  'two hundred broken pictures in %s',
  (format) => {
    it('are kept or refused with a code, and the server goes on', async () => {
      const whole =
        format === 'gif'
          ? (await animation(3, 'gif')).bytes
          : await picture(64, 64).toFormat(format).toBuffer();
      const next = numbers(format.length);
      const broken = Array.from({ length: 200 }, (_, n) => {
        const bytes = Buffer.from(n % 4 === 0 ? whole.subarray(0, next(whole.length)) : whole);
        for (let k = 0; k <= n % 5 && bytes.length > 0; k += 1) bytes[next(bytes.length)] = next(256);
        return { bytes };
      });
      while (broken.length > 0) {
        const { status, errors = [] } = await uploadAll(api, user, broken.splice(0, 10));
        const codes = new Set(errors.map(({ extensions }) => extensions.code));
        expect(status).toBe(200);
        expect(
          [...codes].filter((code) => !['BAD_USER_INPUT', 'UNSUPPORTED_MEDIA_TYPE'].includes(code)),
        ).toEqual([]);
      }
      expect(await codeOf(await picture().png().toBuffer())).toBe('kept');
    });
  },
);
