import { useApi } from '../support/api.ts';
import { useBrowser } from '../support/browser.ts';

const api = useApi({ SITE_TITLE: 'Ink & Stone' });
const browser = useBrowser();

it('a page that was made for search engines is the web client for people, whatever its post says', async () => {
  const hostile = '</title></script><img src=x onerror="document.title = \'taken over\'">';
  const post = await api.make.post({ title: hostile, summary: hostile, content: 'The text.' });
  const page = await browser.newPage(api.running.url);
  await page.goto(`/posts/${post.slug}`);
  await page.getByRole('heading', { name: hostile, exact: true }).waitFor();
  await page.getByRole('link', { name: 'Ink & Stone', exact: true }).click();
  await page.waitForURL(/\/$/);
  await page.waitForFunction("document.title === 'Ink & Stone'");
  expect(await page.locator('script[type="application/ld+json"]').count()).toBe(1);
  expect(browser.complaints).toEqual([]);
});
