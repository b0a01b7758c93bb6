import { crc32, deflateSync } from 'node:zlib';

/** A PNG, byte by byte, so that each of them can be wrong. */
export type RawPng = {
  width?: number;
  height?: number;
  /** Bits a sample. */
  depth?: number;
  /** 0 grey, 2 colours, 3 palette, 4 grey and alpha, 6 colours and alpha. */
  colour?: number;
  signature?: Buffer;
  /** Chunks before the pixels. */
  more?: Buffer[];
  pixels?: Buffer | null;
};

export const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

const samples: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** A chunk with its checksum, or one that is wrong. */
export function chunk(type: string, data: Buffer, isRight = true): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE((crc32(body) ^ (isRight ? 0 : 1)) >>> 0, 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

export function header({ width = 32, height = 32, depth = 8, colour = 2 }: RawPng): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data[8] = depth;
  data[9] = colour;
  return data;
}

/** Rows of other values from one to the next; palettes have two colours. */
export function pixelsOf({ width = 32, height = 32, depth = 8, colour = 2 }: RawPng): Buffer {
  const bytes = Math.ceil((width * depth * (samples[colour] ?? 3)) / 8);
  const fill = (row: number) => (colour === 3 ? (row % 2) * 0 : (row * 7) % 256);
  return deflateSync(
    Buffer.concat(
      Array.from({ length: height }, (_, row) =>
        Buffer.concat([Buffer.from([0]), Buffer.alloc(bytes, fill(row))]),
      ),
    ),
  );
}

export function rawPng(png: RawPng): Buffer {
  const palette = png.colour === 3 ? [chunk('PLTE', Buffer.from([0, 0, 0, 255, 255, 255]))] : [];
  const pixels = png.pixels === undefined ? pixelsOf(png) : png.pixels;
  return Buffer.concat([
    png.signature ?? signature,
    chunk('IHDR', header(png)),
    ...(png.more ?? []),
    ...palette,
    ...(pixels ? [chunk('IDAT', pixels)] : []),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
