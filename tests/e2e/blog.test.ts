import jwt from 'jsonwebtoken';
import type { Page } from 'playwright-core';
import { useApi } from '../support/api.ts';
import { useBrowser } from '../support/browser.ts';
import { readEnvironment } from '../support/environment.ts';
import { accessClaims } from '../support/make.ts';

const api = useApi();
const browser = useBrowser();

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });

async function register(page: Page, username: string): Promise<void> {
  await page.goto('/register');
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password').fill('ink on wet stone');
  await button(page, 'Register').click();
  await button(page, 'Sign out').waitFor();
}

async function write(page: Page, title: string, content: string): Promise<void> {
  await link(page, 'Write').click();
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Content').fill(content);
  await page.getByLabel('Tags').fill('browser, 测试');
  await button(page, 'Publish').click();
  await heading(page, title).waitFor();
}

describe('the web client', () => {
  it('lets a newcomer register, write, edit and delete a post', async () => {
    const page = await browser.newPage(api.running.url);
    await register(page, 'newcomer');
    await write(page, 'My first post', 'Hello **world**, 你好.');
    await page.locator('strong', { hasText: 'world' }).waitFor();

    await page.reload();
    await button(page, 'Sign out').waitFor();

    await link(page, 'Edit').or(button(page, 'Edit')).click();
    await page.getByLabel('Title').fill('My better post');
    await button(page, 'Save').click();
    await heading(page, 'My better post').waitFor();
    expect((await api.row('select title, version from posts')).version).toBe(2);

    await link(page, 'Edit').or(button(page, 'Edit')).click();
    await page.getByLabel('Content').fill('Not for readers.');
    await button(page, 'Unpublish').click();
    await button(page, 'Delete').waitFor();
    expect(await api.row('select status, version from posts')).toEqual({ status: 'DRAFT', version: 4 });

    await button(page, 'Delete').click();
    await button(page, 'Delete post').click();
    await page.waitForURL('**/mine');
    expect(await api.row('select 1 from posts')).toBeUndefined();

    await button(page, 'Sign out').click();
    await link(page, 'Sign in').waitFor();
  });

  it('makes the first admin from the link of the server, once', async () => {
    const [link = ''] = /http\S+\/setup\?token=\S+/.exec(api.running.log()) ?? [];
    const page = await browser.newPage(api.running.url);
    await page.goto(link);
    await page.getByLabel('Username').fill('ada');
    await page.getByLabel('Password').fill('password');
    await button(page, 'Make the first admin').click();
    await page.getByText('This password is easy to guess').waitFor();
    await page.getByLabel('Password').fill('ink on wet stone');
    await button(page, 'Make the first admin').click();
    await button(page, 'Sign out').waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
    expect(await api.row("select role from users where username = 'ada'")).toEqual({ role: 'ADMIN' });

    const late = await browser.newPage(api.running.url);
    await late.goto(link);
    await late.getByLabel('Username').fill('eve');
    await late.getByLabel('Password').fill('ink on wet stone');
    await button(late, 'Make the first admin').click();
    await late.getByText('This setup link is not valid').waitFor();
    expect(await api.row("select 1 from users where username = 'eve'")).toBeUndefined();
  });

  it('offers no changes to strangers and keeps drafts from them', async () => {
    const author = await api.make.user();
    const post = await api.make.post({ author_id: author.id, title: 'For everyone' });
    const draft = await api.make.draft({ author_id: author.id, title: 'For nobody yet' });
    const page = await browser.newPage(api.running.url);
    await register(page, 'stranger');
    await page.goto(`/posts/${post.slug}`);
    await heading(page, 'For everyone').waitFor();
    expect(await button(page, 'Delete').count()).toBe(0);
    expect(await page.getByText('Edit', { exact: true }).count()).toBe(0);
    await page.goto(`/posts/${draft.slug}`);
    await heading(page, 'There is nothing here').waitFor();
    expect(await page.getByText('For nobody yet').count()).toBe(0);
  });

  it("shows the server's errors next to the field", async () => {
    await api.make.user({ username: 'taken-name' });
    const page = await browser.newPage(api.running.url);
    await page.goto('/register');
    await page.getByLabel('Username').fill('Taken-Name');
    await page.getByLabel('Password').fill('ink on wet stone');
    await button(page, 'Register').click();
    const field = page.getByLabel('Username');
    await page.getByText('This username is taken.').waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
  });

  it('shows a post as it was meant, with its contents and links into it', async () => {
    const code = '```js\nconst ink = "wet";\n```';
    const post = await api.make.post({
      content: `# First\n\n${'Ink.\n\n'.repeat(60)}## 第二\n\n- [x] **done**\n\n${code}\n\n### Third[^n]\n\n[^n]: A note.`,
    });
    const page = await browser.newPage(api.running.url);
    await page.goto(`/posts/${post.slug}#md-${encodeURIComponent('第二')}`);
    const second = page.getByRole('heading', { name: '第二', level: 3 });
    await second.waitFor();
    await page.waitForFunction('scrollY > 0');
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    expect(await page.getByRole('checkbox').isChecked()).toBe(true);
    const colour = (selector: string) =>
      page.evaluate(`getComputedStyle(document.querySelector('${selector}')).color`);
    expect(await colour('.hljs-string')).not.toBe(await colour('pre code'));
    await page.getByText('Contents').click();
    await page.getByRole('link', { name: 'First' }).click();
    await page.waitForFunction('location.hash === "#md-first"');
    await page.getByRole('link', { name: '↩' }).click();
    await page.waitForFunction('location.hash.startsWith("#md-ref-")');
  });

  it('shows hostile content without what would run', async () => {
    const post = await api.make.post({
      title: '<img src=x onerror="window.hacked=1">',
      content:
        '<script>window.hacked=1</script> <img src=data:,x onerror="window.hacked=1"> <b onclick="window.hacked=1">bold</b> [click](javascript:window.hacked=1)',
    });
    const page = await browser.newPage(api.running.url);
    await page.goto(`/posts/${post.slug}`);
    await page.getByText('<img src=x onerror').first().waitFor();
    await page.getByText('click').waitFor();
    await page.getByText('bold').click();
    expect(
      await page.locator('article :is(script, [onclick], [onerror], [src], [href^="javascript:"])').count(),
    ).toBe(0);
    expect(await page.evaluate('window.hacked')).toBeUndefined();
  });

  it('loads more posts on demand', async () => {
    const author = await api.make.user();
    for (let n = 0; n < 25; n += 1) await api.make.post({ author_id: author.id });
    const page = await browser.newPage(api.running.url);
    await page.goto('/');
    const articles = page.locator('article');
    await articles.nth(19).waitFor();
    expect(await articles.count()).toBe(20);
    await button(page, 'Load more').click();
    await articles.nth(24).waitFor();
  });

  it('signs nobody out when the access token has expired', async () => {
    const page = await browser.newPage(api.running.url);
    await register(page, 'long-stayer');
    const session = await api.row(
      'select id as "sessionId", user_id as id from sessions order by created_at desc',
    );
    const expired = jwt.sign(accessClaims(session, { exp: 1 }), readEnvironment().jwtSecret);
    const answers: number[] = [];
    page.on('response', (response) => answers.push(response.status()));
    // The first request after this carries a token from long ago, as after a night with a closed lid.
    await page.route(
      '**/graphql',
      (route) => {
        const headers = { ...route.request().headers(), authorization: `Bearer ${expired}` };
        return route.continue({ headers });
      },
      { times: 1 },
    );
    await write(page, 'Still here', 'After a refresh.');
    expect(answers).toContain(401);
    const used = 'select count(used_at)::int as used from refresh_tokens where session_id = $1';
    expect(await api.row(used, [session.sessionId])).toEqual({ used: 1 });
  });
});

describe('GraphiQL', () => {
  it('works without any other host', async () => {
    const page = await browser.newPage(api.running.url);
    await page.goto('/graphiql');
    await page.getByLabel('Operation Editor').filter({ hasText: 'pageInfo' }).waitFor();
    await page.getByRole('button', { name: /execute query/i }).click();
    await page.locator('.result-window').filter({ hasText: 'posts' }).waitFor();
  });
});

describe('no page', () => {
  it('has complained', () => {
    // Answers with a 4xx status are part of the tests above; the browser reports them in this form.
    expect(
      browser.complaints.filter((text) => !/the server responded with a status of 4\d\d/.test(text)),
    ).toEqual([]);
  });
});
