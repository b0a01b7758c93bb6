import { createDatabase, withClient } from '../support/database.ts';
import { runToEnd, startInkstone } from '../support/process.ts';

const counts = (url: string) =>
  withClient(url, async (client) => {
    const tables = ['users', 'posts', 'tags', 'post_tags', 'comments'];
    const sql = tables.map((table) => `(select count(*)::int from ${table}) as ${table}`).join(', ');
    return (await client.query(`select ${sql}`)).rows[0];
  });

async function runDemo(DATABASE_URL: string): Promise<string> {
  const demo = await startInkstone({ DATABASE_URL }, { args: ['--demo'] });
  expect((await demo.stop()).code).toBe(0);
  return demo.log();
}

describe('npm run demo', () => {
  it('writes a blog in two languages, shows its progress, and says how to sign in', async () => {
    const url = await createDatabase();
    const output = await runDemo(url);
    expect(output).toMatch(/Writing the demo blog 200\/200/);
    expect(output).toMatch(/Sign in as mara, .*\n +with the password: paper and ink/);
    const first = await counts(url);
    expect(first).toMatchObject({ users: 8, posts: 200, comments: 30 });
    const chinese = await withClient(url, (client) =>
      client.query(
        "select count(*)::int as posts from posts where title ~ '[一-龥]' and length(content) > 500",
      ),
    );
    expect(chinese.rows[0].posts).toBe(100);

    await runDemo(url);
    expect(await counts(url)).toEqual(first);
  }, 60_000);

  it('is refused in production, where its password would be an open door', async () => {
    const ending = await runToEnd('main.js', ['--demo'], {
      NODE_ENV: 'production',
      DATABASE_URL: await createDatabase(),
    });
    expect(ending.code).toBe(1);
    expect(ending.output).toMatch(/public password/);
  });
});
