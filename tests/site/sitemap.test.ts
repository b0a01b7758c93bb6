import { useApi } from '../support/api.ts';
import { checkXml, getPage } from '../support/site.ts';

const site = 'https://blog.example.org';
const api = useApi({ PUBLIC_URL: site });

const addresses = ({ text }: { text: string }) =>
  [...text.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url]) => url);

describe('/sitemap.xml', () => {
  it('has every published post with its last change, and no other', async () => {
    const updated = new Date('2026-02-03T04:05:06.789Z');
    const post = await api.make.post({ slug: "it's-墨", updated_at: updated });
    const draft = await api.make.draft();
    const page = await getPage(api, '/sitemap.xml');
    checkXml(page.text);
    expect(page.headers.get('content-type')).toBe('application/xml; charset=utf-8');
    expect(page.text).toContain('<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">');
    expect(page.text).toContain(
      `<url><loc>${site}/posts/it&#39;s-%E5%A2%A8</loc><lastmod>${updated.toISOString()}</lastmod></url>`,
    );
    expect(page.text).not.toContain(draft.slug);
    const etag = page.headers.get('etag') ?? '';
    expect((await getPage(api, '/sitemap.xml', { headers: { 'if-none-match': etag } })).status).toBe(304);
    await api.change('delete from posts where id = $1', [post.id]);
    expect(addresses(await getPage(api, '/sitemap.xml'))).toEqual([]);
  });

  it('is split beyond 50,000 posts', async () => {
    const author = await api.make.user();
    await api.change(
      `insert into posts (id, slug, title, content, summary, reading_minutes, status, published_at, created_at, updated_at, version, author_id)
       select gen_random_uuid(), 'many-' || n, 't', 'c', 's', 1, 'PUBLISHED', now(), now(), now(), 1, $1 from generate_series(1, 50001) n`,
      [author.id],
    );
    const index = await getPage(api, '/sitemap.xml');
    checkXml(index.text);
    expect(index.text).toContain('<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">');
    expect(addresses(index)).toEqual([`${site}/sitemap-1.xml`, `${site}/sitemap-2.xml`]);
    const [one, two] = [await getPage(api, '/sitemap-1.xml'), await getPage(api, '/sitemap-2.xml')];
    expect([addresses(one).length, addresses(two).length]).toEqual([50_000, 1]);
    expect(new Set([...addresses(one), ...addresses(two)]).size).toBe(50_001);
    expect((await getPage(api, '/sitemap-3.xml')).status).toBe(404);
    for (const odd of ['0', '-1', '99999', '1e3', 'x']) {
      expect((await getPage(api, `/sitemap-${odd}.xml`)).status).toBe(404);
    }
  });
});

it('/robots.txt says where the sitemap is', async () => {
  const { text } = await getPage(api, '/robots.txt');
  expect(text).toBe(`User-agent: *\nDisallow:\nSitemap: ${site}/sitemap.xml\n`);
});
