import type { Page } from 'playwright-core';
import { useApi } from '../support/api.ts';
import { useBrowser } from '../support/browser.ts';
import { password, type TestUser } from '../support/make.ts';

const api = useApi();
const browser = useBrowser();

const comment = (page: Page, text: string) =>
  page.locator('article.comment').filter({ hasText: text }).last();
const press = (page: Page, text: string, name: string) =>
  comment(page, text).getByRole('button', { name, exact: true }).first().click();

/** A page on a post, signed in where there is a user. */
async function open(slug: string, user?: TestUser): Promise<Page> {
  const page = await browser.newPage(api.running.url);
  await page.goto(`/posts/${slug}`);
  if (!user) return page;
  await page.getByRole('link', { name: 'Sign in to comment' }).click();
  await page.getByLabel('Username').fill(user.username);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByLabel('Your comment').waitFor();
  return page;
}

const rows = async () =>
  (await api.db.query('select body, hidden, deleted from comments order by created_at')).rows;

describe('comments in the web client', () => {
  it('are written, answered, changed, hidden and deleted', async () => {
    const [author, reader] = [await api.make.user(), await api.make.user()];
    const { slug } = await api.make.post({ author_id: author.id });
    const page = await open(slug, reader);
    await page.getByLabel('Your comment').fill('Well **said**.');
    await page.getByRole('button', { name: 'Comment', exact: true }).click();
    await comment(page, 'Well said.').locator('strong', { hasText: 'said' }).waitFor();

    const other = await open(slug, author);
    await press(other, 'Well said.', 'Reply');
    await other.getByLabel('Your reply').fill('Thank you, 谢谢。');
    await comment(other, 'Well said.').getByRole('button', { name: 'Reply', exact: true }).last().click();
    await comment(other, '谢谢').waitFor();

    await press(page, 'Well said.', 'Edit');
    await page.getByLabel('Change your comment').fill('Better said.');
    await page.getByRole('button', { name: 'Save' }).click();
    await comment(page, 'Better said.').getByText('edited').waitFor();

    await other.reload();
    await press(other, 'Better said.', 'Hide');
    await comment(other, 'Better said.').getByRole('button', { name: 'Show', exact: true }).waitFor();
    const guest = await open(slug);
    await comment(guest, '谢谢').waitFor();
    expect(await guest.getByText('Better said.').count()).toBe(0);

    await page.reload();
    await press(page, 'Better said.', 'Delete');
    await page.getByRole('button', { name: 'Delete comment' }).click();
    await page.getByText('This comment was deleted.').waitFor();
    await comment(page, '谢谢').waitFor();
    expect(await rows()).toEqual([
      { body: '', hidden: false, deleted: true },
      { body: 'Thank you, 谢谢。', hidden: false, deleted: false },
    ]);
  });

  it('come in pages, and replies to replies when they are asked for', async () => {
    const { id: post_id, slug } = await api.make.post();
    const author_id = (await api.make.user()).id;
    for (let n = 0; n < 21; n += 1) await api.make.comment({ post_id, author_id, body: `Comment ${n}.` });
    const top = await api.row("select id from comments where post_id = $1 and body = 'Comment 20.'", [
      post_id,
    ]);
    const reply = await api.make.comment({
      post_id,
      author_id,
      parent_id: top.id,
      level: 2,
      body: 'A reply.',
    });
    await api.make.comment({ post_id, author_id, parent_id: reply.id, level: 3, body: 'Deep down.' });
    const page = await open(slug);
    await page.getByText('Comment 19.').waitFor();
    expect(await page.locator('article.comment').count()).toBe(20);
    await page.getByRole('button', { name: 'More comments' }).click();
    await page.getByText('A reply.').waitFor();
    await press(page, 'A reply.', '1 reply');
    await page.getByText('Deep down.').waitFor();
  });

  it('show hostile texts without what would run', async () => {
    const body =
      '<script>window.hacked=1</script><img src=data:,x onerror="window.hacked=1"> [click](javascript:alert(1))';
    const { slug } = await api.make.post();
    await api.make.comment({
      post_id: (await api.row('select id from posts where slug = $1', [slug])).id,
      body,
    });
    const page = await open(slug);
    await page.locator('article.comment').waitFor();
    await page.getByText('click').waitFor();
    expect(
      await page
        .locator('article.comment')
        .locator('[src], [onerror], script, a[href^="javascript:"]')
        .count(),
    ).toBe(0);
    expect(await page.evaluate('window.hacked')).toBeUndefined();
  });
});

describe('no page', () => {
  it('has complained', () => {
    expect(browser.complaints).toEqual([]);
  });
});
