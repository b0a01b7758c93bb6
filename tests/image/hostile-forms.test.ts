import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { useApi } from '../support/api.ts';
import type { TestUser } from '../support/make.ts';
import { waitFor } from '../support/process.ts';
import { formOf, picture, png, sendForm, upload, uploadAll } from '../support/upload.ts';
import { post, Wire } from '../support/wire.ts';

const api = useApi({ MAX_UPLOAD_BYTES: '100000' });
const Upload = 'mutation ($file: Upload!) { uploadImage(file: $file) { id } }';
const boundary = 'x-boundary';
const type = `multipart/form-data; boundary=${boundary}`;

let user: TestUser;
beforeAll(async () => {
  user = await api.make.user();
});

const imageCount = async () => Number((await api.row('select count(*) from images')).count);
const part = (name: string, content: string, filename?: string) =>
  `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${filename === undefined ? '' : `; filename="${filename}"`}\r\n\r\n${content}\r\n`;
const end = `--${boundary}--\r\n`;
const operations = JSON.stringify({ query: Upload, variables: { file: null } });
const map = '{"0":["variables.file"]}';
const good = part('operations', operations) + part('map', map);

/** Descriptors of files that the server has open, but for sockets and the like. */
const openFiles = () => {
  const folder = `/proc/${api.running.child.pid}/fd`;
  return readdirSync(folder).length;
};

const send = (text: string, headers: Record<string, string> = {}) =>
  sendForm(api, user, Buffer.from(text), {
    'content-type': type,
    'apollo-require-preflight': '1',
    ...headers,
  });

describe('a form', () => {
  it.each([
    ['of nothing', ''],
    ['that is none', 'hello'],
    ['that ends early', good + part('0', 'x', 'a.png').slice(0, -10)],
    ['without its last line', good + part('0', 'x', 'a.png')],
    ['without operations', part('map', map) + part('0', 'x', 'a.png') + end],
    ['without a map', part('operations', operations) + end],
    ['with files first', part('0', 'x', 'a.png') + good + end],
    ['with two files of one name', good + part('0', 'x', 'a.png') + part('0', 'x', 'a.png') + end],
    ['of broken JSON', part('operations', '{') + part('map', map) + end],
    ['of several operations', part('operations', `[${operations}]`) + part('map', map) + end],
    [
      'with a map of texts',
      part('operations', operations) + part('map', '{"0":"variables.file"}') + part('0', 'x', 'a') + end,
    ],
    [
      'with a map to the query',
      part('operations', operations) + part('map', '{"0":["query"]}') + part('0', 'x', 'a') + end,
    ],
    [
      'with a map to prototypes',
      part('operations', operations) +
        part('map', '{"0":["variables.__proto__.file"]}') +
        part('0', 'x', 'a') +
        end,
    ],
    [
      'with a map to a place that is taken',
      part('operations', JSON.stringify({ query: Upload, variables: { file: 'x' } })) +
        part('map', map) +
        part('0', 'x', 'a') +
        end,
    ],
  ])('%s is refused in JSON, with 400', async (_what, text) => {
    const reply = await send(text);
    expect(reply).toFailWith('BAD_REQUEST');
    expect(reply.status).toBe(400);
    expect(reply.headers.get('content-type')).toMatch(/json/);
  });

  it('that names no boundary is refused', async () => {
    expect(await send(good, { 'content-type': 'multipart/form-data' })).toFailWith('BAD_REQUEST');
  });

  it('without its file is refused', async () => {
    expect(await send(good + end)).toFailWith('BAD_USER_INPUT', ['file']);
  });

  it('without the preflight header is refused, before anything of it is kept', async () => {
    const reply = await sendForm(api, user, formOf(Upload, { file: null }, { file: await png() }), {});
    expect(reply).toFailWith('BAD_REQUEST');
    expect(reply.errors?.[0]?.message).toMatch(/apollo-require-preflight/);
  });

  it('with a name of U+0000 is refused', async () => {
    const { bytes } = await png();
    const text = Buffer.concat([
      Buffer.from(`${good}${part('0', '', 'a\0b.png').slice(0, -2)}`),
      bytes,
      Buffer.from(`\r\n${end}`),
    ]);
    const reply = await sendForm(api, user, text, { 'content-type': type, 'apollo-require-preflight': '1' });
    expect(reply.errors?.[0]?.extensions.code).toMatch(/BAD_/);
  });

  it('of another place is refused', async () => {
    const reply = await fetch(`${api.running.url}/graphiql`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: good + end,
    });
    expect(reply.status).toBe(404);
  });
});

describe('what is too large', () => {
  const large = async () => ({ bytes: Buffer.concat([(await png()).bytes, Buffer.alloc(100_001)]) });

  it('is refused with the limit and the size', async () => {
    const before = await imageCount();
    const reply = await upload(api, user, await large());
    expect(reply).toFailWith('FILE_TOO_LARGE');
    expect(reply.status).toBe(413);
    expect(reply.errors?.[0]?.extensions).toMatchObject({ limit: 100_000, size: expect.any(Number) });
    expect(await imageCount()).toBe(before);
  });

  it('does not take what is beside it with it', async () => {
    const { status, data, errors } = await uploadAll(api, user, [await large(), await png()]);
    expect(status).toBe(200);
    expect(data.uploadImages).toEqual([null, { id: expect.any(String), filename: 'stone.png' }]);
    expect(errors).toMatchObject([{ extensions: { code: 'FILE_TOO_LARGE' }, path: ['uploadImages', 0] }]);
  });

  it('is refused by its length before it comes', async () => {
    const head = post('', {
      'content-type': type,
      'content-length': 50_000_000,
      'apollo-require-preflight': 1,
      authorization: `Bearer ${user.token}`,
    });
    const wire = await Wire.open(api.running.url);
    wire.send(head);
    const { status, body } = await wire.reply();
    wire.close();
    expect(status).toMatch(/413/);
    expect(JSON.parse(String(body)).errors[0].extensions.code).toBe('FILE_TOO_LARGE');
  });

  it('is more than ten files', async () => {
    const file = await png();
    const reply = await uploadAll(
      api,
      user,
      Array.from({ length: 11 }, () => file),
    );
    expect(reply).toFailWith('FILE_TOO_LARGE');
    expect(reply.status).toBe(413);
  });

  it('leaves the connection usable', async () => {
    const wire = await Wire.open(api.running.url);
    const body = good + part('0', 'x'.repeat(300_000), 'a.png') + end;
    const headers = {
      'content-type': type,
      'apollo-require-preflight': 1,
      authorization: `Bearer ${user.token}`,
    };
    wire.send(post(Buffer.from(body), headers));
    expect((await wire.reply()).status).toMatch(/413/);
    wire.send(post(Buffer.from('not a form'), headers));
    expect((await wire.reply()).status).toMatch(/400/);
    wire.send(post({ query: '{ viewer { id } }' }));
    expect((await wire.reply()).status).toMatch(/200/);
    wire.close();
  });
});

describe('uploads that break off', () => {
  it('leave neither files nor descriptors', async () => {
    await upload(api, user, await png());
    const before = openFiles();
    const { bytes } = { bytes: await picture(300, 300).png().toBuffer() };
    const body = Buffer.concat([Buffer.from(good + part('0', '', 'a.png').slice(0, -2)), bytes]);
    const head = {
      'content-type': type,
      'content-length': body.length + 100,
      'apollo-require-preflight': 1,
      authorization: `Bearer ${user.token}`,
    };
    for (let n = 0; n < 200; n += 20) {
      const wires = await Promise.all(Array.from({ length: 20 }, () => Wire.open(api.running.url)));
      for (const wire of wires) wire.send(post(body, head));
      await Promise.all(
        wires.map(async (wire, index) => {
          if (index % 2) await new Promise(setImmediate);
          wire.close();
        }),
      );
    }
    await waitFor(() => (openFiles() <= before + 3 ? true : undefined));
    expect(readdirSync(join(String(api.settings.DATA_DIR), 'incoming'))).toEqual([]);
    expect(await upload(api, user, await png())).toSucceed();
    expect(api.running.log()).not.toMatch(/"level":(50|60)/);
  });
});

describe('a server without room', () => {
  it.each([
    ['for what comes', 'incoming'],
    ['for what stays', 'images'],
  ])('%s says so, keeps nothing, and goes on when there is room', async (_what, folder) => {
    const other = await api.another({ DATA_DIR: join(String(api.settings.DATA_DIR), `no-${folder}`) });
    const { mkdirSync, rmSync } = await import('node:fs');
    const dataDir = String(other.settings.DATA_DIR);
    mkdirSync(dataDir, { recursive: true });
    rmSync(join(dataDir, folder), { recursive: true, force: true });
    // A file where the folder should be: nothing can be written below it.
    writeFileSync(join(dataDir, folder), '');
    const before = await imageCount();
    const reply = await upload(other, user, await png());
    expect(reply).toFailWith('SERVICE_UNAVAILABLE');
    expect(reply.status).toBe(503);
    expect(reply.errors?.[0]?.message).toMatch(/Files/);
    expect(await imageCount()).toBe(before);
    rmSync(join(dataDir, folder));
    expect(await upload(other, user, await png())).toSucceed();
  });
});

describe('a kill in the middle', () => {
  it('leaves files that the next start removes', async () => {
    const dead = '01a1fc07-45b9-7102-8ac4-232457dc8e35';
    const key = `originals/35/${dead}`;
    await api.db.query('insert into image_files (key, image_id, size, made_at) values ($1, $2, 1, now())', [
      key,
      dead,
    ]);
    await api.another();
    await waitFor(async () =>
      (await api.row('select key from image_files where key = $1', [key])) ? undefined : true,
    );
  });
});
