import { useApi } from '../support/api.ts';
import { useBrowser } from '../support/browser.ts';

const api = useApi();
const browser = useBrowser();

describe('an address that has changed', () => {
  it('of a post leads to the present one, without a step back to the old one', async () => {
    const author = await api.make.user();
    const post = await api.make.post({ author_id: author.id, slug: 'grinding-nik', title: 'Grinding ink' });
    const page = await browser.newPage(api.running.url);
    await page.goto('/posts/grinding-nik');
    await page.getByRole('heading', { name: 'Grinding ink', exact: true }).waitFor();
    const move = `mutation { updatePost(id: "${post.id}", input: { slug: "grinding-ink" }) { slug } }`;
    expect(await api.as(author).send(move)).toSucceed();

    await page.goto('/');
    await page.goto('/posts/grinding-nik');
    await page.waitForURL('**/posts/grinding-ink');
    await page.getByRole('heading', { name: 'Grinding ink', exact: true }).waitFor();
    await page.goBack();
    expect(new URL(page.url()).pathname).toBe('/');
  });

  it('of a tag leads to the present one, with its posts', async () => {
    const post = await api.make.post({ title: 'About stones' });
    const tag = await api.make.tag('stnoe', [post.id], { slug: 'stnoe' });
    const editor = api.as(await api.make.user({ role: 'EDITOR' }));
    expect(await editor.send(`mutation { renameTag(id: "${tag.id}", name: "Stone") { slug } }`)).toSucceed();
    const page = await browser.newPage(api.running.url);
    await page.goto('/tags/stnoe');
    await page.waitForURL('**/tags/stone');
    await page.getByRole('heading', { name: 'Stone', exact: true }).waitFor();
    await page.getByRole('link', { name: 'About stones' }).first().waitFor();
    expect(browser.complaints).toEqual([]);
  });
});
