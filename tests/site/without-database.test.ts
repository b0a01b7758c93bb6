import { useApi } from '../support/api.ts';
import { DatabaseLink } from '../support/database-link.ts';
import { getPage } from '../support/site.ts';

const api = useApi();

it('feeds and pages are 503 while the database is away, and people get the web client with it', async () => {
  const post = await api.make.post();
  const link = new DatabaseLink(api.databaseUrl);
  const other = await api.another({ DATABASE_URL: await link.open() });
  expect((await getPage(other, '/feed.atom')).status).toBe(200);
  link.cut();
  for (const path of ['/feed.atom', '/sitemap.xml']) {
    const { status, headers, text } = await getPage(other, path);
    expect([path, status, headers.get('retry-after')]).toEqual([path, 503, '2']);
    expect(JSON.parse(text).errors[0].extensions.code).toBe('SERVICE_UNAVAILABLE');
  }
  const page = await getPage(other, `/posts/${post.slug}`);
  expect([page.status, page.headers.get('retry-after')]).toEqual([503, '2']);
  expect(page.text).toContain('<div id="root">');
  link.mend();
  expect((await getPage(other, '/feed.atom')).status).toBe(200);
  link.close();
});
