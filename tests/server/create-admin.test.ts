import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { createDatabase, withClient } from '../support/database.ts';
import { readEnvironment } from '../support/environment.ts';
import { unique } from '../support/make.ts';
import { runToEnd, startInkstone } from '../support/process.ts';

const password = 'soot and stone, twice';
const Login = `mutation ($username: String!) {
  login(input: { username: $username, password: "${password}" }) { user { username role status } }
}`;

const createAdmin = (variables: Record<string, string>, args: string[], input = `${password}\n`) =>
  runToEnd('cli.js', ['user', 'create-admin', ...args], variables, input);

const login = async (url: string, username: string) => {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ query: Login, variables: { username } });
  const reply = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
  return ((await reply.json()) as { data: { login: { user: object } } | null }).data?.login.user;
};

const accounts = (url: string) =>
  withClient(url, async (client) => (await client.query('select username, role from users')).rows);

describe('inkstone user create-admin', () => {
  it('makes an admin who can sign in', async () => {
    const DATABASE_URL = await createDatabase();
    const ending = await createAdmin({ DATABASE_URL }, ['Ada']);
    expect(ending).toEqual({ code: 0, output: 'Ada can sign in now, as an admin.\n' });
    const running = await startInkstone({ DATABASE_URL, DATA_DIR: readEnvironment().folder });
    expect(await login(running.url, 'ada')).toEqual({ username: 'Ada', role: 'ADMIN', status: 'ACTIVE' });
    await running.stop();
    expect(running.log()).not.toMatch(/setup/);
  });

  it('works before the first start of the server', async () => {
    const DATABASE_URL = await createDatabase({ empty: true });
    expect((await createAdmin({ DATABASE_URL }, ['ada'])).code).toBe(0);
    expect(await accounts(DATABASE_URL)).toEqual([{ username: 'ada', role: 'ADMIN' }]);
  });

  it('works with the embedded database, while a server runs on it and without one', async () => {
    const DATA_DIR = mkdtempSync(join(readEnvironment().folder, 'data-'));
    expect((await createAdmin({ DATA_DIR }, ['before'])).code).toBe(0);
    const running = await startInkstone({ DATA_DIR });
    expect((await createAdmin({ DATA_DIR }, ['beside'])).code).toBe(0);
    for (const name of ['before', 'beside']) {
      expect(await login(running.url, name)).toMatchObject({ username: name, role: 'ADMIN' });
    }
    expect((await running.stop()).code).toBe(0);
  });

  it('reads the first line of standard input, with the spaces around it', async () => {
    const DATABASE_URL = await createDatabase();
    const { code } = await createAdmin({ DATABASE_URL }, ['ada'], `${password}\r\nnot this\n`);
    expect(code).toBe(0);
    await createAdmin({ DATABASE_URL }, ['bea'], ` ${password} \n`);
    const running = await startInkstone({ DATABASE_URL, DATA_DIR: readEnvironment().folder });
    expect(await login(running.url, 'ada')).toBeDefined();
    expect(await login(running.url, 'bea')).toBeUndefined();
    await running.stop();
  });

  it.each([
    ['a common password', ['ada'], 'password\n', /common/],
    ['a short password', ['ada'], 'soot\n', /at least 8/],
    ['a password of 73 bytes', ['ada'], `${'x'.repeat(73)}\n`, /at most 72 bytes/],
    ['a password that is the name', ['adelaide'], 'Adelaide1\n', /little more than your name/],
    ['no password', ['ada'], '', /at least 8/],
    ['an impossible name', ['two words'], `${password}\n`, /A username has/],
    ['no name', [], `${password}\n`, /Whose account/],
    ['a password as an argument', ['ada', password], '', /Unknown action/],
  ])('refuses %s, and makes nothing', async (_what, args, input, message) => {
    const DATABASE_URL = await createDatabase();
    const { code, output } = await createAdmin({ DATABASE_URL }, args, input);
    expect(code).toBe(1);
    expect(output).toMatch(message);
    expect(output).toMatch(/^→ /m);
    expect(output).not.toMatch(/\n\s+at /);
    expect(output).not.toContain(password);
    expect(await accounts(DATABASE_URL)).toEqual([]);
  });

  it('refuses a taken name, and leaves that account as it is', async () => {
    const DATABASE_URL = await createDatabase();
    const name = unique('ada');
    await createAdmin({ DATABASE_URL }, [name]);
    await withClient(DATABASE_URL, (client) => client.query("update users set role = 'USER'"));
    const { code, output } = await createAdmin({ DATABASE_URL }, [name.toUpperCase()]);
    expect(code).toBe(1);
    expect(output).toMatch(/taken/);
    expect(await accounts(DATABASE_URL)).toEqual([{ username: name, role: 'USER' }]);
  });
});
