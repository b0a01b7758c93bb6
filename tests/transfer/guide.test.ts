import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { useApi } from '../support/api.ts';
import { folderOf } from '../support/blog-folder.ts';
import { createDatabase } from '../support/database.ts';
import { rootFolder } from '../support/environment.ts';

const api = useApi();

const ghost = {
  db: [{ data: { posts: [{ id: '1', title: 'G', slug: 'g', html: '<p>text</p>', status: 'published' }] } }],
};
const wordpress = `<rss><channel><wp:wxr_version>1.2</wp:wxr_version><item><title>W</title>
  <content:encoded>text</content:encoded><wp:post_id>1</wp:post_id><wp:post_type>post</wp:post_type>
  <wp:status>publish</wp:status></item></channel></rss>`;

/** What the guide's examples stand on. */
const files = {
  'my-blog/source/_posts/hello.md': '---\ntitle: Hello\n---\ntext\n',
  'my-blog.ghost.json': JSON.stringify(ghost),
  'my-blog.xml': wordpress,
};

it('has examples that work as they stand', async () => {
  await api.make.user({ username: 'ada' });
  const guide = readFileSync(join(rootFolder, 'docs/guides/moving-in.md'), 'utf8');
  const blocks = [...guide.matchAll(/^```sh\n(.*?)^```/gms)].map(([, block = '']) => block);
  const cwd = folderOf(files);
  const elsewhere = await createDatabase();
  const said: string[] = [];
  for (const line of blocks.join('').trim().split('\n')) {
    const command = line.replace(
      'npm run inkstone --',
      `"${process.execPath}" "${rootFolder}/dist/src/cli.js"`,
    );
    // A folder of its own has a database of its own.
    const DATABASE_URL = line.startsWith('DATA_DIR=') ? elsewhere : api.databaseUrl;
    const env = { ...process.env, ...api.settings, DATABASE_URL };
    const { stdout } = await promisify(execFile)('bash', ['-c', command], { cwd, env });
    said.push(stdout.trim().split('\n').at(-1) as string);
  }
  expect(said).toEqual([
    'Would be: 1 imported, 0 updated, 0 there already, 0 skipped.',
    '1 imported, 0 updated, 0 there already, 0 skipped.',
    '1 imported, 0 updated, 0 there already, 0 skipped.',
    '1 imported, 0 updated, 0 there already, 0 skipped.',
    expect.stringContaining('Written: everything.tar.gz, with 3 posts of 1 users.'),
    expect.stringContaining('Restored: 3 posts of 1 users'),
  ]);
});
