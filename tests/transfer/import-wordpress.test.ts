import { useApi } from '../support/api.ts';
import { folderOf } from '../support/blog-folder.ts';
import { postsOf, runImport } from '../support/importing.ts';

const api = useApi();

const item = (
  id: number,
  { title = `Post ${id}`, type = 'post', status = 'publish', content = 'Text.', more = '' },
) => `
  <item>
    <title><![CDATA[${title}]]></title>
    <content:encoded><![CDATA[${content}]]></content:encoded>
    <wp:post_id>${id}</wp:post_id>
    <wp:post_date_gmt>2018-01-02 03:04:05</wp:post_date_gmt>
    <wp:post_name>wp-${id}</wp:post_name>
    <wp:status>${status}</wp:status>
    <wp:post_type>${type}</wp:post_type>
    ${more}
  </item>`;

const classic = 'First &amp; <em>foremost</em>,\nsecond line.\n\n<h2>More</h2>\n\nLast.';
const labels = `
  <category domain="category" nicename="news"><![CDATA[News]]></category>
  <category domain="category" nicename="other"><![CDATA[Other]]></category>
  <category domain="post_tag" nicename="jing-ji"><![CDATA[经济]]></category>
  <wp:comment><wp:comment_id>1</wp:comment_id></wp:comment>`;

const wordpress = `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Blog</title><wp:wxr_version>1.2</wp:wxr_version>
  ${item(1, { title: 'Ben & Jerry', content: classic, more: labels })}
  ${item(2, { status: 'draft', content: '<!-- wp:paragraph --><p>Block <strong>text</strong></p><!-- /wp:paragraph -->' })}
  ${item(3, { type: 'page' })}
  ${item(4, { type: 'nav_menu_item' })}
  ${item(5, { status: 'trash' })}
  ${item(6, { status: 'private' })}
</channel></rss>`;

it('takes over an export of WordPress', async () => {
  const user = await api.make.user();
  const folder = folderOf({ 'wp.xml': wordpress });
  const report = await runImport(api, '--wordpress', `${folder}/wp.xml`, '--author', user.username);
  expect(report.skipped).toEqual([
    { source: 'wordpress:3', reason: 'is a page, not a post' },
    { source: 'wordpress:5', reason: 'its status is trash' },
  ]);
  expect(report.notes).toEqual([
    { source: 'wordpress:1', note: expect.stringContaining('comments (1) stay behind') },
    { source: 'wordpress:6', note: expect.stringContaining('is a draft now') },
  ]);
  const posts = await postsOf(api, user);
  expect(posts['wp-1']).toMatchObject({
    title: 'Ben & Jerry',
    content: 'First & *foremost*,\\\nsecond line.\n\n## More\n\nLast.',
    publishedAt: '2018-01-02T03:04:05.000Z',
  });
  expect(posts['wp-2']).toMatchObject({ status: 'DRAFT', content: 'Block **text**' });
  expect(posts['wp-6']).toMatchObject({ status: 'DRAFT' });
  // Nothing is added by a second run.
  const again = await runImport(api, '--wordpress', `${folder}/wp.xml`, '--author', user.username);
  expect(again).toMatchObject({ imported: [], updated: [], unchanged: report.imported });
});
