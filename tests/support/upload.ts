import { createHmac, hkdfSync } from 'node:crypto';
import sharp, { type Sharp } from 'sharp';
import { parse } from 'uuid';
import type { Api, Reply } from './api.ts';
import { readEnvironment } from './environment.ts';
import type { TestUser } from './make.ts';

/** A file as a client sends it. */
export type TestFile = { bytes: Buffer; name?: string; type?: string };

const UploadImage = `mutation ($file: Upload!, $input: UploadImageInput) {
  uploadImage(file: $file, input: $input) {
    id filename format width height size alt visibility placeholder url createdAt owner { username }
  }
}`;

const UploadImages = `mutation ($files: [Upload!]!, $input: UploadImageInput) {
  uploadImages(files: $files, input: $input) { id filename }
}`;

const preflight = { 'apollo-require-preflight': 'true' };

/** A form of the graphql-multipart-request-spec; `places` are the variables that the files stand for. */
export function formOf(query: string, variables: object, files: Record<string, TestFile>): FormData {
  const places = Object.keys(files);
  const form = new FormData();
  form.set('operations', JSON.stringify({ query, variables }));
  form.set('map', JSON.stringify(Object.fromEntries(places.map((place, n) => [n, [`variables.${place}`]]))));
  Object.values(files).forEach(({ bytes, name = 'a picture', type = 'image/png' }, n) => {
    form.set(String(n), new Blob([new Uint8Array(bytes)], { type }), name);
  });
  return form;
}

/** Sends a form, or whatever else a body can be. */
export async function sendForm(
  api: Api,
  user: Pick<TestUser, 'token'> | undefined,
  body: FormData | Buffer,
  headers: Record<string, string> = preflight,
): Promise<Reply> {
  const authorization = user && { authorization: `Bearer ${user.token}` };
  const sent = body instanceof FormData ? body : new Uint8Array(body);
  const response = await fetch(api.url, {
    method: 'POST',
    headers: { ...authorization, ...headers },
    body: sent,
  });
  const answer = (await response.json()) as Pick<Reply, 'data' | 'errors'>;
  return { status: response.status, headers: response.headers, ...answer };
}

export const upload = (
  api: Api,
  user: Pick<TestUser, 'token'> | undefined,
  file: TestFile,
  input: object = {},
): Promise<Reply> => sendForm(api, user, formOf(UploadImage, { file: null, input }, { file }));

export const uploadAll = (api: Api, user: Pick<TestUser, 'token'>, files: TestFile[]): Promise<Reply> => {
  const named = Object.fromEntries(files.map((file, n) => [`files.${n}`, file]));
  return sendForm(api, user, formOf(UploadImages, { files: files.map(() => null) }, named));
};

/** An uploaded image of a new user. */
export async function uploaded(api: Api, file: TestFile, input: object = {}) {
  const user = await api.make.user();
  const reply = await upload(api, user, file, input);
  expect(reply).toSucceed();
  return { user, ...reply.data.uploadImage };
}

/** The token of a share, as the server makes it: by the secret of the tests. */
export function shareToken(shareId: string): string {
  const key = Buffer.from(hkdfSync('sha256', readEnvironment().jwtSecret, '', 'inkstone image links', 32));
  const mac = createHmac('sha256', key).update(`share ${shareId}`).digest().subarray(0, 18);
  return Buffer.concat([parse(shareId), mac]).toString('base64url');
}

let shade = 0;

/** A picture that no other call gives. */
export function picture(width = 40, height = 30): Sharp {
  shade += 1;
  const background = { r: (shade * 67) % 256, g: (shade * 101) % 256, b: (shade >> 4) % 256 };
  return sharp({ create: { width, height, channels: 3, background } });
}

export const png = async (width?: number, height?: number): Promise<TestFile> => ({
  bytes: await picture(width, height).png().toBuffer(),
  name: 'stone.png',
});

/** An animation of so many frames. */
export async function animation(frames: number, format: 'gif' | 'webp'): Promise<TestFile> {
  const pages = await Promise.all(Array.from({ length: frames }, () => picture().png().toBuffer()));
  const bytes = await sharp(pages, { join: { animated: true } })
    .toFormat(format)
    .toBuffer();
  return { bytes, name: `moving.${format}`, type: `image/${format}` };
}
