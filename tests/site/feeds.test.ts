import RssParser from 'rss-parser';
import { useApi } from '../support/api.ts';
import { unique } from '../support/make.ts';
import { checkXml, getPage } from '../support/site.ts';

const site = 'https://blog.example.org/ink';
const api = useApi({
  PUBLIC_URL: site,
  SITE_TITLE: 'Ink & <Stone>',
  SITE_DESCRIPTION: 'What "we" write & read',
});

const formats = ['atom', 'rss', 'json'];
const types: Record<string, string> = {
  atom: 'application/atom+xml; charset=utf-8',
  rss: 'application/rss+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
};
const unspeakable = ['\u0001', '\u000b', '\uffff'];
const hostile = `</title>]]><script>alert(1)</script> & "quoted" ${unspeakable.join('')} 墨`;
const speakable = (text: string) =>
  [...text].filter((character) => !unspeakable.includes(character)).join('');

const get = (path: string, headers: Record<string, string> = {}) => getPage(api, path, { headers });

/** What a reader finds in a feed of any format. */
async function read(path: string) {
  const { status, text } = await get(path);
  if (status !== 200) throw new Error(`${path}: ${status} ${text}`);
  if (path.endsWith('.json')) {
    const feed = JSON.parse(text);
    const items = feed.items.map(({ title, url, content_html }: Record<string, string>) => ({
      title,
      url,
      html: content_html,
    }));
    return { title: feed.title, page: feed.home_page_url, items };
  }
  checkXml(text);
  const parser = new RssParser({ customFields: { item: ['content:encoded'] } });
  const feed = await parser.parseString(text);
  const items = feed.items.map((item) => ({
    title: item.title,
    url: item.link,
    html: item['content:encoded'] ?? item.content,
  }));
  return { title: feed.title, page: feed.link, items };
}

describe.each(formats)('a feed as %s', (format) => {
  it('has the newest 20 published posts, newest first, with the type and addresses of the settings', async () => {
    const author = await api.make.user();
    for (let n = 10; n < 32; n += 1) {
      const published = new Date(Date.UTC(2026, 0, n));
      await api.make.post({
        author_id: author.id,
        title: `Post ${n}`,
        slug: `${format}-${n}`,
        published_at: published,
      });
    }
    await api.make.draft({ author_id: author.id });
    const path = `/authors/${author.username}/feed.${format}`;
    const { items, page } = await read(path);
    expect(items).toHaveLength(20);
    expect(items[0]).toMatchObject({ title: 'Post 31', url: `${site}/posts/${format}-31` });
    expect(items[19]).toMatchObject({ title: 'Post 12' });
    expect(page).toBe(`${site}/`);
    const { headers, text } = await get(path, { host: 'evil.example.com' });
    expect(headers.get('content-type')).toBe(types[format]);
    expect(text).not.toContain('evil');
  });

  it('is of the site, of a tag and of an author', async () => {
    const author = await api.make.user({ display_name: 'Ada Lovelace' });
    const post = await api.make.post({ author_id: author.id, published_at: new Date() });
    const name = unique('经济');
    const tag = await api.make.tag(name, [post.id]);
    await api.make.post();
    const titles = (feed: Awaited<ReturnType<typeof read>>) =>
      feed.items.map((item: { title?: string }) => item.title);
    const all = await read(`/feed.${format}`);
    expect(all.title).toBe('Ink & <Stone>');
    expect(titles(all)).toContain(post.title);
    const ofTag = await read(`/tags/${tag.slug}/feed.${format}`);
    expect(ofTag).toMatchObject({ title: `${name} · Ink & <Stone>`, page: `${site}/tags/${tag.slug}` });
    expect(titles(ofTag)).toEqual([post.title]);
    const ofAuthor = await read(`/authors/${author.username}/feed.${format}`);
    expect(ofAuthor.title).toBe('Ada Lovelace · Ink & <Stone>');
    expect(titles(ofAuthor)).toEqual([post.title]);
  });

  it('says hostile titles, names and texts as they are, and what XML cannot say not at all', async () => {
    const author = await api.make.user({ display_name: hostile });
    await api.make.post({ author_id: author.id, title: hostile, summary: hostile });
    const { items, title } = await read(`/authors/${author.username}/feed.${format}`);
    expect(speakable(items[0].title)).toBe(speakable(hostile));
    expect(speakable(title)).toBe(`${speakable(hostile)} · Ink & <Stone>`);
  });

  it('has the whole post as HTML, with links that work in a reader', async () => {
    const content = [
      '## Heading',
      '![](/media/a.png) and [one](/posts/b), [two](other?a=1&b=2), [three](https://example.com/), [four](#note)',
      '`<a href="/code">`',
    ].join('\n\n');
    const author = await api.make.user();
    await api.make.post({ author_id: author.id, slug: `links-${format}`, content });
    const [{ html }] = (await read(`/authors/${author.username}/feed.${format}`)).items;
    const links = [...html.matchAll(/ (?:href|src)="(.*?)"/g)].map(([, to]) => to);
    const post = `${site}/posts/links-${format}`;
    expect(links).toEqual(expect.arrayContaining(['https://blog.example.org/media/a.png']));
    expect(links).toEqual(expect.arrayContaining(['https://blog.example.org/posts/b', `${post}#md-note`]));
    expect(links).toEqual(
      expect.arrayContaining([`${site}/posts/other?a=1&#x26;b=2`, 'https://example.com/']),
    );
    expect(html).toContain('Heading</h2>');
    expect(html).toMatch(/<code>&(lt|#x3C);a href=(")\/code\2>?/);
  });

  it('is 404 for what does not exist, and for a tag that only drafts carry', async () => {
    const draft = await api.make.draft();
    const tag = await api.make.tag(undefined, [draft.id]);
    const paths = [`/tags/${tag.slug}`, `/tags/${unique('none')}`, `/authors/${unique('none')}`];
    for (const path of paths) {
      const { status, text } = await get(`${path}/feed.${format}`, { accept: 'text/html' });
      expect([path, status, JSON.parse(text).errors[0].extensions.code]).toEqual([path, 404, 'NOT_FOUND']);
    }
    for (const odd of ['a%00', '%FF', 'a%20b%0d%0a']) {
      const { status } = await get(`/tags/${odd}/feed.${format}`);
      expect([400, 404]).toContain(status);
    }
  });

  it('costs little when it has not changed, and changes with its posts', async () => {
    const author = await api.make.user();
    const post = await api.make.post({ author_id: author.id });
    const path = `/authors/${author.username}/feed.${format}`;
    const first = await get(path);
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    const held = await get(path, { 'if-none-match': etag });
    expect([held.status, held.text, held.headers.get('etag')]).toEqual([304, '', etag]);
    await api.change('update posts set title = $2 where id = $1', [post.id, 'Another title']);
    const later = await get(path, { 'if-none-match': etag });
    expect(later.status).toBe(200);
    expect(later.text).toContain('Another title');
    const head = await getPage(api, path, { method: 'HEAD' });
    expect([head.status, head.text, head.headers.get('content-type')]).toEqual([200, '', types[format]]);
    await api.change("update posts set status = 'DRAFT', published_at = null where id = $1", [post.id]);
    expect((await get(path)).text).not.toContain('Another title');
  });
});

describe('the formats', () => {
  it('keep to their rules', async () => {
    const author = await api.make.user();
    const moment = new Date('2026-02-03T04:05:06.789Z');
    const post = await api.make.post({
      author_id: author.id,
      title: '论经济发展',
      published_at: moment,
      updated_at: moment,
    });
    await api.make.tag('a "b" & c', [post.id]);
    const at = (format: string) => get(`/authors/${author.username}/feed.${format}`).then(({ text }) => text);
    const [atom, rss, json] = [await at('atom'), await at('rss'), JSON.parse(await at('json'))];
    const self = `${site}/authors/${author.username}/feed`;

    expect(atom).toContain('<feed xmlns="http://www.w3.org/2005/Atom">');
    expect(atom).toContain(`<link rel="self" type="application/atom+xml" href="${self}.atom"/>`);
    expect(atom).toContain(`<id>urn:uuid:${post.id}</id>`);
    expect(atom).toContain('<entry xml:lang="zh">');
    expect(atom.match(/<updated>2026-02-03T04:05:06.789Z<\/updated>/g)).toHaveLength(2);
    expect(atom).toContain('<category term="a &#34;b&#34; &#38; c"/>');

    expect(rss).toContain('<rss version="2.0"');
    expect(rss).toContain(`<atom:link rel="self" type="application/rss+xml" href="${self}.rss"/>`);
    expect(rss).toContain(`<guid isPermaLink="false">urn:uuid:${post.id}</guid>`);
    expect(rss).toContain('<pubDate>Tue, 03 Feb 2026 04:05:06 GMT</pubDate>');
    expect(rss).toContain('<dc:language>zh</dc:language>');

    expect(json).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', feed_url: `${self}.json` });
    expect(json.items[0]).toMatchObject({
      id: `urn:uuid:${post.id}`,
      date_published: moment.toISOString(),
      language: 'zh',
      tags: ['a "b" & c'],
      authors: [{ name: author.username }],
    });
  });

  it('call themselves by the names of today', async () => {
    const editor = api.as(await api.make.user({ role: 'EDITOR' }));
    const post = await api.make.post();
    const tag = await api.make.tag(undefined, [post.id]);
    // A tag whose name is the slug of another is another.
    await api.make.tag(tag.slug, [(await api.make.post()).id]);
    const rename = 'mutation ($id: ID!, $name: String!) { renameTag(id: $id, name: $name) { slug } }';
    const { data } = await editor.send(rename, { id: tag.id, name: unique('renamed') });
    const feed = JSON.parse((await get(`/tags/${tag.slug}/feed.json`)).text);
    expect(feed.feed_url).toBe(`${site}/tags/${data.renameTag.slug}/feed.json`);
    expect(feed.items.map(({ title }: { title: string }) => title)).toEqual([post.title]);
  });

  it('say what is there when there is nothing', async () => {
    const author = await api.make.user();
    for (const format of formats) {
      expect((await read(`/authors/${author.username}/feed.${format}`)).items).toEqual([]);
    }
  });
});
