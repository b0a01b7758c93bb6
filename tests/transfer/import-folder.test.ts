import { useApi } from '../support/api.ts';
import { folderOf } from '../support/blog-folder.ts';
import { postsOf, runImport } from '../support/importing.ts';
import { runToEnd } from '../support/process.ts';

const api = useApi();

const hexo = {
  '_config.yml': 'title: Blog\n',
  'source/_posts/hello.md': `title: Hello "World"
date: 2015-03-01 10:00:00
tags:
- 经济
- hexo
---
Read {% post_link 2016/second "the second" %}.

{% highlight js %}
let a = 1;
{% endhighlight %}

{% youtube abc %} but \`{% raw %}\` in code.
`,
  'source/_posts/2016/second.md': '---\ntitle: 论经济发展\ndate: 2016/05/06\ntags: [a, b]\n---\n第二篇\n',
  'source/_posts/empty.md': '---\ntitle: Nothing\n---\n',
  'source/_posts/broken.md': '---\ntitle: [open\n---\ntext\n',
  'source/_posts/old.md': Buffer.concat([
    Buffer.from('---\ntitle: old\n---\n'),
    Buffer.from([0xc4, 0xe3, 0xba, 0xc3]),
  ]),
  'source/_drafts/thought.md': '---\ntitle: A thought\n---\nNot yet.\n',
};

const jekyll = {
  '_posts/2020-01-02-welcome.markdown': `---
layout: post
title: "Welcome: to Jekyll"
date: 2020-01-02 15:43:26 +0200
tags: one two
---
See [the other]({% post_url 2020-02-03-other %}) at {{ site.baseurl }}/about, [how]({{ "/docs/#how" | relative_url }}).

{% highlight liquid %}
{% raw %}
{{ "/docs/" | relative_url }}
{% endraw %}
{% endhighlight %}
`,
  '_posts/2020-02-03-other.md': '---\n---\n# Its heading is its title\n\nText.\n',
  '_posts/2020-02-04-hidden.md': '---\ntitle: Hidden\npublished: false\n---\nText.\n',
  '_drafts/later.md': '---\ntitle: Later\n---\nText.\n',
};

const hugo = {
  'hugo.toml': 'title = "Blog"\n',
  'content/_index.md': '---\ntitle: Home\n---\n',
  'content/about.md': '+++\ntitle = "About"\n+++\nA page.\n',
  'content/posts/bundle/index.md': `+++
title = "A bundle"
date = 2021-04-05T06:07:08+09:00
draft = false
slug = "own-slug"
tags = ["x"]
+++
{{< figure src="/cat.png" alt="A cat" >}}

{{< highlight go >}}
func main() {}
{{< /highlight >}}
`,
  'content/posts/json.md': '{\n  "title": "In JSON",\n  "date": "2021-04-06",\n  "draft": true\n}\n\nText.\n',
};

it('takes over a blog of Hexo', async () => {
  const user = await api.make.user();
  const report = await runImport(api, folderOf(hexo), '--author', user.username, '--zone', '+08:00');
  expect(report.imported).toHaveLength(4);
  expect(report.skipped).toEqual([
    { source: 'source/_posts/broken.md', reason: expect.stringContaining('cannot be read') },
    { source: 'source/_posts/empty.md', reason: 'has no text' },
  ]);
  expect(report.notes).toContainEqual({
    source: 'source/_posts/hello.md',
    note: 'these shortcodes stay as text: youtube',
  });
  const posts = await postsOf(api, user);
  expect(posts.hello).toMatchObject({
    title: 'Hello "World"',
    status: 'PUBLISHED',
    publishedAt: '2015-03-01T02:00:00.000Z',
    tags: [{ name: 'hexo' }, { name: '经济' }],
  });
  expect(posts.hello.content).toContain('[the second](/posts/second)');
  expect(posts.hello.content).toContain('```js\nlet a = 1;\n```');
  expect(posts.second).toMatchObject({ title: '论经济发展', publishedAt: '2016-05-05T16:00:00.000Z' });
  expect(posts.thought).toMatchObject({ status: 'DRAFT' });
  expect(posts.old).toMatchObject({ content: '你好' });
});

it('takes over a blog of Jekyll', async () => {
  const user = await api.make.user();
  const report = await runImport(api, folderOf(jekyll), '--author', user.username);
  expect(report.skipped).toEqual([]);
  const posts = await postsOf(api, user);
  expect(posts.welcome).toMatchObject({
    title: 'Welcome: to Jekyll',
    publishedAt: '2020-01-02T13:43:26.000Z',
    content:
      'See [the other](/posts/other) at /about, [how](/docs/#how).\n\n```liquid\n{{ "/docs/" | relative_url }}\n```',
    tags: [{ name: 'one' }, { name: 'two' }],
  });
  expect(posts.other).toMatchObject({ title: 'Its heading is its title', content: 'Text.' });
  expect(posts.hidden).toMatchObject({ status: 'DRAFT' });
  expect(posts.later).toMatchObject({ status: 'DRAFT' });
});

it('takes over a site of Hugo, without its pages', async () => {
  const user = await api.make.user();
  const report = await runImport(api, folderOf(hugo), '--author', user.username);
  expect(report.skipped).toEqual([
    { source: 'content/_index.md', reason: 'is the page of a section, not a post' },
    { source: 'content/about.md', reason: 'has no date: a page, not a post' },
  ]);
  const posts = await postsOf(api, user);
  expect(posts['own-slug']).toMatchObject({
    title: 'A bundle',
    publishedAt: '2021-04-04T21:07:08.000Z',
    content: '![A cat](</cat.png>)\n\n```go\nfunc main() {}\n```',
  });
  expect(posts.json).toMatchObject({ title: 'In JSON', status: 'DRAFT' });
});

it('adds nothing the second time, and takes over what has changed only when it is told to', async () => {
  const user = await api.make.user();
  const folder = {
    'a.md': '---\ntitle: A\ndate: 2020-01-01\n---\nfirst\n',
    'b.md': '---\ntitle: B\n---\nfirst\n',
  };
  const author = ['--author', user.username];
  await runImport(api, folderOf(folder), ...author);
  const changed = folderOf({ ...folder, 'a.md': folder['a.md'].replace('first', 'second') });
  const again = await runImport(api, changed, ...author);
  expect(again).toMatchObject({ imported: [], updated: [], unchanged: ['a.md', 'b.md'] });
  expect(again.notes).toEqual([{ source: 'a.md', note: expect.stringContaining('--update') }]);
  expect((await postsOf(api, user)).a.content).toBe('first');
  expect(await runImport(api, changed, ...author, '--update')).toMatchObject({ updated: ['a.md'] });
  expect((await postsOf(api, user)).a.content).toBe('second');
});

it('does nothing in a dry run', async () => {
  const user = await api.make.user();
  const folder = folderOf({ 'a.md': '---\ntitle: A\n---\ntext\n' });
  const report = await runImport(api, folder, '--author', user.username, '--dry-run');
  expect(report.imported).toEqual(['a.md']);
  expect(await postsOf(api, user)).toEqual({});
});

it('finds another address when its own is taken, and says so', async () => {
  const { slug } = await api.make.post();
  const user = await api.make.user();
  const folder = folderOf({ [`${slug}.md`]: '---\ntitle: Mine\n---\ntext\n' });
  const { notes } = await runImport(api, folder, '--author', user.username);
  expect(notes).toContainEqual({
    source: `${slug}.md`,
    note: expect.stringContaining('belongs to another post'),
  });
  expect(Object.values(await postsOf(api, user)).filter(({ title }) => title === 'Mine')).toHaveLength(1);
});

it('leaves out what is no post here, whole, and says why', async () => {
  const user = await api.make.user();
  const head = '---\ntitle: T\n---\n';
  const folder = folderOf({
    'nul.md': `${head}a\0b`,
    'long.md': `${head}${'字'.repeat(100_001)}`,
    'tags.md': `---\ntitle: T\ntags: [${'x'.repeat(51)}, ok]\n---\ntext\n`,
    'page.html': '<p>text</p>',
    'README.md': 'About this folder',
  });
  const { imported, skipped, notes } = await runImport(api, folder, '--author', user.username);
  expect(imported).toEqual(['tags.md']);
  expect(skipped.map(({ source }) => source).sort()).toEqual(['README.md', 'long.md', 'nul.md', 'page.html']);
  expect(notes).toContainEqual({ source: 'tags.md', note: expect.stringContaining('left out') });
});

it.each([
  [['import'], 'Import from where?'],
  [['import', '/nowhere'], 'There is no folder'],
  [['import', '.', '--author', 'nobody-here'], 'There is no user'],
  [['import', '.', '--zone', 'Mars'], 'is no zone'],
  [['import', '.', '--wrong'], '--wrong'],
])('refuses %j with a mend', async (args, message) => {
  const { code, output } = await runToEnd('cli.js', args, api.settings);
  expect(code).toBe(1);
  expect(output).toContain(message);
  expect(output).toContain('→');
  expect(output).not.toContain('    at ');
});

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

it('brings the images beside a post, and says which it cannot', async () => {
  const user = await api.make.user();
  const content =
    'Look: ![a dot](<my dot.png> "A dot"), ![from the root](/images/dot.png), <img src="dots/dot.png">,\n';
  const rest = '![elsewhere](https://example.org/x.png) ![no picture](text.png) `![code](my%20dot.png)`\n';
  const folder = folderOf({
    '_config.yml': '',
    'source/_posts/dots.md': `---\ntitle: A\ndate: 2020-01-01\ncover: /images/dot.png\n---\n${content}${rest}`,
    'source/_posts/my dot.png': png,
    'source/_posts/dots/dot.png': png,
    'source/images/dot.png': png,
    'source/_posts/text.png': 'no picture',
    'secret.png': png,
    'source/_posts/gone.md':
      '---\ntitle: B\ndate: 2020-01-01\n---\n![out](../../../../etc/passwd) ![gone](gone.png)\n',
  });
  const author = ['--author', user.username];
  const { notes } = await runImport(api, folder, ...author);
  expect(notes).toEqual([
    { source: 'source/_posts/dots.md', note: expect.stringContaining('text.png stays behind') },
  ]);
  const posts = await postsOf(api, user);
  const { data } = await api.as(user).send('{ images { nodes { id visibility } } }');
  const [{ id, visibility }] = data.images.nodes;
  // The same picture three times is one.
  expect(data.images.nodes).toHaveLength(1);
  expect(visibility).toBe('PRIVATE');
  const place = `/images/${id}/w1600`;
  expect(posts.dots.content).toBe(
    `Look: ![a dot](<${place}> "A dot"), ![from the root](${place}), <img src="${place}">,\n${rest.trim()}`,
  );
  expect(posts.dots.cover).toEqual({ id });
  expect(posts.gone.content).toBe('![out](../../../../etc/passwd) ![gone](gone.png)');
  expect(await runImport(api, folder, ...author, '--dry-run')).toMatchObject({
    imported: [],
    unchanged: ['source/_posts/dots.md', 'source/_posts/gone.md'],
    notes: [],
  });
});

it('puts posts into categories, and publishes those of the future when they are due', async () => {
  const user = await api.make.user();
  const folder = folderOf({
    '_config.yml': '',
    'source/_posts/nested.md': '---\ntitle: N\ndate: 2020-01-01\ncategories:\n- 技术\n- 前端\n---\ntext\n',
    'source/_posts/two.md':
      '---\ntitle: T\ndate: 2020-01-01\ncategories:\n- [技术, 后端]\n- [Life]\n---\ntext\n',
    'source/_posts/later-on.md': '---\ntitle: L\ndate: 2034-01-01T00:00:00Z\n---\ntext\n',
  });
  await runImport(api, folder, '--author', user.username);
  const { data } = await api.send('{ categories { name children { name } } }');
  expect(data.categories).toEqual([{ name: '技术', children: [{ name: '前端' }, { name: '后端' }] }]);
  const posts = await postsOf(api, user);
  expect(posts.nested.category).toEqual({ name: '前端' });
  expect(posts.two).toMatchObject({ category: { name: '后端' }, tags: [{ name: 'Life' }] });
  expect(posts['later-on']).toMatchObject({ status: 'SCHEDULED', publishedAt: '2034-01-01T00:00:00.000Z' });
});
