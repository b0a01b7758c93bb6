import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { useApi } from '../support/api.ts';
import { getPage } from '../support/site.ts';
import { png, uploaded } from '../support/upload.ts';

const site = 'https://blog.example.org/ink';
const api = useApi({ PUBLIC_URL: site, SITE_TITLE: 'Ink & Stone' });

const html = { accept: 'text/html' };

type Element = DefaultTreeAdapterTypes.Element;

const below = (node: { childNodes?: DefaultTreeAdapterTypes.Node[] }): Element[] =>
  (node.childNodes ?? []).flatMap((child) => ('tagName' in child ? [child, ...below(child)] : []));

const attribute = ({ attrs }: Element, name: string) => attrs.find((attr) => attr.name === name)?.value;

const textOf = (element?: Element) => {
  const [text] = element?.childNodes ?? [];
  return text && 'value' in text ? text.value : undefined;
};

/** What a browser or a crawler finds in a page. */
async function visit(path: string, headers: Record<string, string> = html) {
  const { text, ...page } = await getPage(api, path, { headers });
  const elements = below(parse(text));
  const meta = (name: string) =>
    elements
      .filter((element) => [attribute(element, 'name'), attribute(element, 'property')].includes(name))
      .map((element) => attribute(element, 'content'));
  const links = (rel: string) => elements.filter((element) => attribute(element, 'rel') === rel);
  const data = elements.find((element) => attribute(element, 'type') === 'application/ld+json');
  return {
    ...page,
    text,
    meta,
    links,
    scripts: elements.filter(({ tagName }) => tagName === 'script'),
    title: textOf(elements.find(({ tagName }) => tagName === 'title')),
    data: JSON.parse(textOf(data) ?? 'null'),
  };
}

describe('the page of a post', () => {
  it('shows the cover where it is shared', async () => {
    const { user, id } = await uploaded(api, await png(), { alt: 'A "stone"' });
    const { slug } = await api.make.post({ author_id: user.id, cover_id: id });
    const page = await visit(`/posts/${slug}`);
    expect(page.meta('og:image')).toEqual([`${site}/images/${id}/w1280.jpg`]);
    expect(page.meta('og:image:alt')).toEqual(['A "stone"']);
    expect(page.meta('twitter:card')).toEqual(['summary_large_image']);
    const { pathname } = new URL(`${site}/images/${id}/w1280.jpg`);
    const image = await fetch(`${api.running.url}${pathname.replace('/ink', '')}`);
    expect([image.status, image.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  });

  it('says what it is about, to search engines and where it is shared', async () => {
    const author = await api.make.user({ display_name: 'Ada' });
    const moment = new Date('2026-02-03T04:05:06.789Z');
    const columns = { title: '论经济发展', slug: 'jing-ji', summary: 'What it is about.' };
    const post = await api.make.post({
      ...columns,
      author_id: author.id,
      published_at: moment,
      updated_at: moment,
    });
    const tag = await api.make.tag(undefined, [post.id]);
    const page = await visit('/posts/jing-ji', { host: 'evil.example.com', accept: '*/*' });
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.title).toBe('论经济发展 · Ink & Stone');
    expect(page.links('canonical').map((link) => attribute(link, 'href'))).toEqual([`${site}/posts/jing-ji`]);
    const told = ['description', 'author', 'og:type', 'og:title', 'og:description', 'og:url', 'og:site_name'];
    expect(told.map((name) => page.meta(name))).toEqual([
      ['What it is about.'],
      ['Ada'],
      ['article'],
      ['论经济发展'],
      ['What it is about.'],
      [`${site}/posts/jing-ji`],
      ['Ink & Stone'],
    ]);
    expect(page.meta('article:published_time')).toEqual([moment.toISOString()]);
    expect(page.meta('article:tag')).toEqual([tag.name]);
    expect(page.meta('twitter:card')).toEqual(['summary']);
    expect(page.data).toMatchObject({
      '@type': 'BlogPosting',
      headline: '论经济发展',
      author: { name: 'Ada' },
      inLanguage: 'zh',
    });
    expect(page.text).not.toContain('evil');
  });

  it('shows hostile texts as they are', async () => {
    const hostile = `</title></script><!--<script>alert(1)</script>" onload='x' $& $1 \\u003c`;
    const author = await api.make.user({ display_name: hostile });
    const post = await api.make.post({ title: hostile, summary: hostile, author_id: author.id });
    await api.make.tag(hostile, [post.id]);
    const page = await visit(`/posts/${post.slug}`);
    const plain = await visit('/');
    expect(page.title).toBe(`${hostile} · Ink & Stone`);
    for (const name of ['description', 'author', 'og:title', 'article:tag'])
      expect(page.meta(name)).toEqual([hostile]);
    expect(page.data).toMatchObject({ headline: hostile, author: { name: hostile }, keywords: [hostile] });
    expect(page.scripts).toHaveLength(plain.scripts.length + 1);
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
  });

  it('is 404 with nothing told for drafts, whoever asks, and for what does not exist', async () => {
    const author = await api.make.user();
    const draft = await api.make.draft({ author_id: author.id });
    const pages = [
      await visit(`/posts/${draft.slug}`),
      await visit(`/posts/${draft.slug}`, { ...html, authorization: `Bearer ${author.token}` }),
      await visit('/posts/there-is-no-such-post'),
    ];
    for (const page of pages) {
      expect([page.status, page.title]).toEqual([404, 'Ink & Stone']);
      expect(page.text).toBe(pages[2]?.text);
      expect(page.text).not.toContain(draft.slug);
      // The web client shows the draft to its author.
      expect(page.scripts.length).toBeGreaterThan(0);
    }
    for (const odd of ['%00', '%FF', 'a%00b']) {
      expect((await getPage(api, `/posts/${odd}`, { headers: html })).status).toBe(400);
    }
  });

  it('leads from the addresses that a post had to the one that it has, but for those who may not read it', async () => {
    const author = await api.make.user();
    const post = await api.make.post({ author_id: author.id });
    const update =
      'mutation ($id: ID!, $slug: String!) { updatePost(id: $id, input: { slug: $slug }) { slug } }';
    expect(await api.as(author).send(update, { id: post.id, slug: 'moved-on' })).toSucceed();
    for (const method of ['GET', 'HEAD']) {
      const page = await getPage(api, `/posts/${post.slug}`, { method, headers: html });
      expect([page.status, page.headers.get('location')]).toEqual([301, `${site}/posts/moved-on`]);
      expect(page.headers.get('cache-control')).toBe('no-cache');
    }
    expect((await visit('/posts/moved-on')).title).toContain(post.title);
    await api.change("update posts set status = 'DRAFT', published_at = null where id = $1", [post.id]);
    const page = await visit(`/posts/${post.slug}`);
    expect([page.status, page.headers.get('location')]).toEqual([404, null]);
    expect(page.text).not.toContain('moved-on');
  });

  it('costs little when it has not changed, and changes with the post', async () => {
    const post = await api.make.post();
    const path = `/posts/${post.slug}`;
    const first = await visit(path);
    const etag = first.headers.get('etag') ?? '';
    expect((await getPage(api, path, { headers: { 'if-none-match': etag } })).status).toBe(304);
    const again = await getPage(api, path);
    expect(await api.statementsOf(again as never)).toBe(process.env.FAST_PATH === 'off' ? 1 : 0);
    const head = await getPage(api, path, { method: 'HEAD' });
    expect([head.status, head.text, head.headers.get('etag')]).toEqual([200, '', etag]);
    await api.change('update posts set title = $2 where id = $1', [post.id, 'Better']);
    expect((await visit(path)).title).toBe('Better · Ink & Stone');
    await api.change("update posts set status = 'DRAFT', published_at = null where id = $1", [post.id]);
    expect((await visit(path)).status).toBe(404);
  });
});

describe('other pages', () => {
  it('have the name of the site, and say where its feeds are', async () => {
    for (const path of ['/', '/write', '/no/such/page']) {
      const page = await visit(path);
      expect([page.status, page.title]).toEqual([200, 'Ink & Stone']);
      expect(page.meta('application-name')).toEqual(['Ink & Stone']);
      expect(
        page.links('alternate').map((link) => [attribute(link, 'type'), attribute(link, 'href')]),
      ).toEqual([
        ['application/atom+xml', `${site}/feed.atom`],
        ['application/rss+xml', `${site}/feed.rss`],
        ['application/feed+json', `${site}/feed.json`],
      ]);
    }
  });
});
