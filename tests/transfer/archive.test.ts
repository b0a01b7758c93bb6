import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { useApi } from '../support/api.ts';
import { folderOf } from '../support/blog-folder.ts';
import { createDatabase, withClient } from '../support/database.ts';
import { readEnvironment } from '../support/environment.ts';
import { runImport } from '../support/importing.ts';
import { runToEnd, startInkstone } from '../support/process.ts';

const api = useApi();

const folder = () => mkdtempSync(join(readEnvironment().folder, 'archive-'));

const run = (command: string, file: string, DATABASE_URL: string, DATA_DIR = api.settings.DATA_DIR) =>
  runToEnd('cli.js', [command, file], { ...api.settings, DATABASE_URL, DATA_DIR });

/** Every row of every table that is not about signing in or counting, nor made anew at the next start, as text. */
const rowsOf = (url: string): Promise<Record<string, string[]>> =>
  withClient(url, async (client) => {
    const { rows: tables } = await client.query(
      "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
    );
    const all: Record<string, string[]> = {};
    for (const { name } of tables) {
      if (
        /^(rate_limits|sessions|refresh_tokens|one_time_tokens|idempotency_keys|post_search|announcements)$/.test(
          name,
        )
      )
        continue;
      const { rows } = await client.query(`select t::text as row from "${name}" t order by 1`);
      all[name] = rows.map(({ row }) => row);
    }
    return all;
  });

async function fill(): Promise<void> {
  const author = await api.make.user({ display_name: "O'Neil \\ 論" });
  const as = api.as(author);
  const Create = 'mutation ($input: CreatePostInput!) { createPost(input: $input) { id } }';
  const content = '# 你好\n\n"quotes" \\ back \t tab \u2028 line, 😀';
  await as.send(Create, { input: { title: '论经济发展', content, tags: ['经济', 'a,b'] } });
  await as.send(Create, { input: { title: 'Draft', content: 'not yet', publish: false } });
  const { data } = await as.send(Create, { input: { title: 'Discussed', content: 'text' } });
  const Comment = 'mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }';
  const first = await as.send(Comment, { input: { postId: data.createPost.id, body: 'first' } });
  const parentId = first.data.addComment.id;
  await as.send(Comment, { input: { postId: data.createPost.id, body: 'second', parentId } });
  const blog = {
    '_config.yml': '',
    'source/_posts/seen.md': '---\ntitle: Seen\ncategories: [a, b]\n---\n![dot](dot.png)\n',
    'source/_posts/dot.png': png,
    'source/_posts/planned.md': '---\ntitle: Planned\ndate: 2034-01-01\n---\ntext\n',
  };
  await runImport(api, folderOf(blog), '--author', author.username);
}

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

it('restores what was exported, row for row, and people sign in to it', async () => {
  await fill();
  const file = join(folder(), 'all.tar.gz');
  expect(await run('export', file, api.databaseUrl)).toMatchObject({ code: 0 });
  // It has password hashes in it.
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const restored = await createDatabase();
  const DATA_DIR = folder();
  const ending = await run('import', file, restored, DATA_DIR);
  expect(ending).toEqual({ code: 0, output: expect.stringContaining('Restored') });
  const rows = await rowsOf(restored);
  expect(rows).toEqual(await rowsOf(api.databaseUrl));
  expect(rows.posts?.length).toBeGreaterThan(1);

  const running = await startInkstone({ ...api.settings, DATABASE_URL: restored, DATA_DIR });
  const reply = await fetch(`${running.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: '{ post(slug: "lun-jing-ji-fa-zhan") { content author { displayName } } }',
    }),
  });
  const place = /images\/[\w-]+\/w1600/.exec(String(rows.posts))?.[0];
  const [image, same] = await Promise.all(
    [running.url, api.running.url].map((url) => fetch(`${url}/${place}.png`)),
  );
  expect(image?.status).toBe(200);
  expect(Buffer.from(await (image as Response).arrayBuffer())).toEqual(
    Buffer.from(await (same as Response).arrayBuffer()),
  );
  await running.stop();
  // What is scheduled is published there too.
  const planned =
    "select 1 from pgboss.job where name = 'publish-due-posts' and start_after > now() + interval '1 year'";
  expect(await withClient(restored, async (client) => (await client.query(planned)).rowCount)).toBe(1);
  const author = { displayName: "O'Neil \\ 論" };
  const content = '# 你好\n\n"quotes" \\ back \t tab \u2028 line, 😀';
  expect(await reply.json()).toEqual({ data: { post: { content, author } } });
});

it('refuses an Inkstone that is in use, and a file that is there', async () => {
  const file = join(folder(), 'all.tar.gz');
  await run('export', file, api.databaseUrl);
  const before = await rowsOf(api.databaseUrl);
  const used = await run('import', file, api.databaseUrl);
  expect(used).toEqual({ code: 1, output: expect.stringContaining('this one has users') });
  expect(await rowsOf(api.databaseUrl)).toEqual(before);
  const there = await run('export', file, api.databaseUrl);
  expect(there).toEqual({ code: 1, output: expect.stringContaining('is there already') });
});

it('restores nothing of an archive that was cut off, changed, or is none', async () => {
  await fill();
  const file = join(folder(), 'all.tar.gz');
  await run('export', file, api.databaseUrl);
  const tar = gunzipSync(readFileSync(file));
  const changed = Buffer.from(tar.toString('latin1').replace('not yet', 'not now'), 'latin1');
  const broken = {
    'cut off': readFileSync(file).subarray(0, -200),
    'without its end': gzipSync(tar.subarray(0, tar.length - 3_072)),
    changed: gzipSync(changed),
    'no archive': Buffer.from('hello'),
    empty: gzipSync(Buffer.alloc(1_024)),
  };
  for (const [what, bytes] of Object.entries(broken)) {
    const DATABASE_URL = await createDatabase();
    const bad = join(folder(), 'bad.tar.gz');
    writeFileSync(bad, bytes);
    const ending = await run('import', bad, DATABASE_URL);
    expect({ what, ...ending }).toEqual({
      what,
      code: 1,
      output: expect.stringContaining('Nothing was restored'),
    });
    expect(await rowsOf(DATABASE_URL)).toMatchObject({ users: [], posts: [], tags: [], images: [] });
  }
});
