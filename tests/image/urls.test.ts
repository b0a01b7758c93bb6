import { useApi } from '../support/api.ts';
import { png, uploaded } from '../support/upload.ts';

const api = useApi();
const statusOf = async (url: string | URL) => (await fetch(url)).status;
const hide = (id: string) => api.change("update images set visibility = 'PRIVATE' where id = $1", [id]);

describe('the URL of a private image', () => {
  it('is good for an hour or two, for whoever has it', async () => {
    const { url } = await uploaded(api, await png());
    const left = Number(new URL(url).searchParams.get('expires')) - Date.now() / 1_000;
    expect(left).toBeGreaterThan(3_590);
    expect(left).toBeLessThanOrEqual(7_200);
    const reply = await fetch(url);
    expect(reply.status).toBe(200);
    expect(reply.headers.get('cache-control')).toMatch(/^private, max-age=\d+, immutable$/);
  });

  it.each<[string, (url: URL) => void]>([
    ['without its signature', (url) => url.searchParams.delete('signature')],
    ['without its end', (url) => url.searchParams.delete('expires')],
    ['with a later end', (url) => url.searchParams.set('expires', '99999999999')],
    ['with another signature', (url) => url.searchParams.set('signature', 'A'.repeat(24))],
    ['with two signatures', (url) => url.searchParams.append('signature', 'A')],
    [
      'of another id',
      (url) => {
        url.pathname = url.pathname.replace(/.(?=\/original)/, (last) => (last === '0' ? '1' : '0'));
      },
    ],
    [
      'that names no id',
      (url) => {
        url.pathname = '/images/x/original';
      },
    ],
    [
      'that climbs',
      (url) => {
        url.pathname = '/images/..%2f..%2fkeys/original';
      },
    ],
  ])('shows nothing %s', async (_what, bend) => {
    const url = new URL((await uploaded(api, await png())).url);
    bend(url);
    const reply = await fetch(url);
    expect(reply.status).toBe(404);
    expect(reply.headers.get('content-type')).toMatch(/json/);
    expect(reply.headers.get('cache-control')).toBe('no-store');
  });
});

describe('the URL of an image that is not private', () => {
  it('is plain when it is public, and signed without an end when it is unlisted', async () => {
    const open = await uploaded(api, await png(), { visibility: 'PUBLIC' });
    const unlisted = await uploaded(api, await png(), { visibility: 'UNLISTED' });
    expect(new URL(open.url).search).toBe('');
    expect(new URL(unlisted.url).search).toMatch(/^\?signature=[\w-]{24}$/);
    expect(await statusOf(unlisted.url)).toBe(200);
    expect(await statusOf(unlisted.url.split('?')[0])).toBe(404);
  });

  it.each(['PUBLIC', 'UNLISTED'])('shows nothing any more once a %s one is private', async (visibility) => {
    const { id, url } = await uploaded(api, await png(), { visibility });
    expect(await statusOf(url)).toBe(200);
    await hide(id);
    expect(await statusOf(url)).toBe(404);
  });
});

describe('a reply with an image', () => {
  it('can be kept for ever, is shown on any page, and runs nothing', async () => {
    const { url } = await uploaded(api, await png(), { visibility: 'PUBLIC' });
    const { headers } = await fetch(url);
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
    });
  });

  it('is not sent again to those who have it', async () => {
    const { url } = await uploaded(api, await png(), { visibility: 'PUBLIC' });
    const etag = String((await fetch(url)).headers.get('etag'));
    const again = await fetch(url, { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await fetch(url, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  });

  it.each([
    ['bytes=0-9', 206, 0, 10],
    ['bytes=10-', 206, 10, undefined],
    ['bytes=-7', 206, -7, undefined],
    ['bytes=5-99999999', 206, 5, undefined],
    ['bytes=99999999-', 416, 0, 0],
    ['bytes=9-5', 200, 0, undefined],
    ['bytes=0-1,4-5', 200, 0, undefined],
    ['lines=1-2', 200, 0, undefined],
  ])('has the part that %s asks for', async (range, status, start, end) => {
    const { url } = await uploaded(api, await png(), { visibility: 'PUBLIC' });
    const whole = Buffer.from(await (await fetch(url)).arrayBuffer());
    const reply = await fetch(url, { headers: { range } });
    expect(reply.status).toBe(status);
    expect(Buffer.from(await reply.arrayBuffer())).toEqual(whole.subarray(start, end));
    if (status !== 200) expect(reply.headers.get('content-range')).toMatch(new RegExp(`/${whole.length}$`));
  });

  it('answers HEAD', async () => {
    const { url, size } = await uploaded(api, await png(), { visibility: 'PUBLIC' });
    const reply = await fetch(url, { method: 'HEAD' });
    expect([reply.status, reply.headers.get('content-length')]).toEqual([200, String(size)]);
  });
});
