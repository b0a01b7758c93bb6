import { useApi } from '../support/api.ts';
import { useBrowser } from '../support/browser.ts';
import { useMailServer } from '../support/mail-server.ts';

const mails = useMailServer();
const api = useApi(() => mails.settings);
const browser = useBrowser();

const linkIn = (text = '') => /http\S+token=\S+/.exec(text)?.[0] ?? '';

describe('the web client', () => {
  it('confirms an email address with the link from the mail, once', async () => {
    const page = await browser.newPage(api.running.url);
    await page.goto('/register');
    await page.getByLabel('Username').fill('newcomer');
    await page.getByLabel('Password').fill('ink on wet stone');
    await page.getByLabel('Email (optional)').fill('newcomer@example.org');
    await page.getByRole('button', { name: 'Register' }).click();
    const link = linkIn((await mails.mailTo('newcomer@example.org')).text);

    await page.goto(link);
    const confirm = page.getByRole('button', { name: 'Confirm' });
    await confirm.waitFor();
    const verified = "select email_verified from users where username = 'newcomer'";
    expect(await api.row(verified)).toEqual({ email_verified: false });
    await confirm.click();
    await page.getByRole('heading', { name: 'Your email is confirmed' }).waitFor();
    expect(await api.row(verified)).toEqual({ email_verified: true });

    await page.goto(link);
    await confirm.click();
    await page.getByText('This link does not work any more.').waitFor();
  });

  it('brings whoever forgot their password back in', async () => {
    const user = await api.make.user({ email: 'forgetful@example.org' });
    const page = await browser.newPage(api.running.url);
    await page.goto('/login');
    await page.getByRole('link', { name: 'Forgotten password?' }).click();
    await page.getByLabel('Email').fill('forgetful@example.org');
    await page.getByRole('button', { name: 'Send the link' }).click();
    await page.getByRole('heading', { name: 'Look into your mail' }).waitFor();
    const link = linkIn((await mails.mailTo('forgetful@example.org')).text);

    await page.goto(link);
    const field = page.getByLabel('New password');
    await field.fill('short');
    await page.getByRole('button', { name: 'Set the password' }).click();
    await page.getByText('A password has at least 8 characters.').waitFor();
    await field.fill('lamp soot and old water');
    await page.getByRole('button', { name: 'Set the password' }).click();
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    await page.getByText(user.username, { exact: true }).first().waitFor();

    await page.goto(link);
    await field.fill('another water and soot');
    await page.getByRole('button', { name: 'Set the password' }).click();
    await page.getByRole('link', { name: 'Send me a new link' }).click();
    await page.getByRole('heading', { name: 'Forgotten password' }).waitFor();
  });
});
