import { useApi } from '../support/api.ts';
import { folderOf } from '../support/blog-folder.ts';
import { postsOf, runImport } from '../support/importing.ts';
import { runToEnd } from '../support/process.ts';

const api = useApi();

const post = (id: string, columns: object) => ({
  id,
  title: `Title ${id}`,
  slug: `ghost-${id}`,
  html: `<p>Text of <strong>${id}</strong></p>`,
  status: 'published',
  type: 'post',
  published_at: '2019-03-04T05:06:07.000Z',
  feature_image: null,
  ...columns,
});

const ghost = {
  db: [
    {
      meta: { version: '5.0.0' },
      data: {
        posts: [
          post('1', {
            html: '<h2>你好</h2><ul><li>one</li><li>two</li></ul><p><a href="__GHOST_URL__/x/">x</a></p>',
          }),
          post('2', { status: 'draft', published_at: null }),
          post('3', { type: 'page' }),
          post('4', { html: null }),
        ],
        tags: [
          { id: 't1', name: 'News' },
          { id: 't2', name: '#hidden' },
        ],
        posts_tags: [
          { post_id: '1', tag_id: 't1', sort_order: 0 },
          { post_id: '1', tag_id: 't2', sort_order: 1 },
        ],
      },
    },
  ],
};

it('takes over an export of Ghost', async () => {
  const user = await api.make.user();
  const folder = folderOf({ 'ghost.json': JSON.stringify(ghost) });
  const report = await runImport(api, '--ghost', `${folder}/ghost.json`, '--author', user.username);
  expect(report.skipped).toEqual([
    { source: 'ghost:ghost-3', reason: 'is a page, not a post' },
    { source: 'ghost:ghost-4', reason: 'has no text' },
  ]);
  const posts = await postsOf(api, user);
  expect(posts['ghost-1']).toMatchObject({
    title: 'Title 1',
    content: '## 你好\n\n- one\n- two\n\n[x](/x/)',
    publishedAt: '2019-03-04T05:06:07.000Z',
    tags: [{ name: 'News' }],
  });
  expect(posts['ghost-2']).toMatchObject({ status: 'DRAFT', content: 'Text of **2**' });
});

it.each(['--ghost', '--wordpress'])('refuses what is no export, by %s', async (option) => {
  const folder = folderOf({ 'other.txt': '{"posts": 1}' });
  for (const file of [`${folder}/other.txt`, `${folder}/missing`]) {
    const { code, output } = await runToEnd('cli.js', ['import', option, file], api.settings);
    expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining('is no export of') });
  }
});
