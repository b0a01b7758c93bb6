import { useApi } from '../support/api.ts';

const api = useApi();
const Html = 'query ($id: ID!) { post(id: $id) { html toc { level text id } } }';

const rendered = async (content: string) => {
  const { id } = await api.make.post({ content });
  return (await api.send(Html, { id })).data.post;
};
const html = async (content: string): Promise<string> => (await rendered(content)).html;

describe('html', () => {
  it.each([
    ['emphasis', '*ink* and **stone**', '<p><em>ink</em> and <strong>stone</strong></p>'],
    ['strike-through', '~~wet~~ dry', '<p><s>wet</s> dry</p>'],
    ['line breaks', 'one  \ntwo', '<p>one<br>\ntwo</p>'],
    [
      'Chinese, whose emphasis ends with a mark and goes on without a space',
      '**「声细」**水过，**重要。**下一句',
      '<p><strong>「声细」</strong>水过，<strong>重要。</strong>下一句</p>',
    ],
    [
      'tables',
      '| ink | stone |\n|:-:|--:|\n| *wet* | dry |',
      '<table><thead><tr><th align="center">ink</th><th align="right">stone</th></tr></thead>' +
        '<tbody><tr><td align="center"><em>wet</em></td><td align="right">dry</td></tr></tbody></table>',
    ],
    [
      'tasks',
      '- [ ] ink\n- [X] *stone*\n- plain',
      '<ul class="contains-task-list"><li class="task-list-item"><input type="checkbox" disabled> ink</li>' +
        '<li class="task-list-item"><input type="checkbox" disabled checked> <em>stone</em></li><li>plain</li></ul>',
    ],
    [
      'images',
      '![a *stone*](/x.png "wet")',
      '<p><img src="/x.png" alt="a stone" title="wet" loading="lazy"></p>',
    ],
    [
      'links',
      '[ink](https://example.org/a "t") [here](/b)',
      '<p><a href="https://example.org/a" title="t" rel="nofollow noopener noreferrer">ink</a> ' +
        '<a href="/b" rel="nofollow noopener noreferrer">here</a></p>',
    ],
    [
      'addresses',
      'www.example.org/a, https://例子.测试。 me@example.org example.org ftp://a.b',
      '<p><a href="https://www.example.org/a" rel="nofollow noopener noreferrer">www.example.org/a</a>, ' +
        '<a href="https://xn--fsqu00a.xn--0zwm56d" rel="nofollow noopener noreferrer">https://例子.测试</a>。 ' +
        '<a href="mailto:me@example.org" rel="nofollow noopener noreferrer">me@example.org</a> example.org ftp://a.b</p>',
    ],
    [
      'code in a known language',
      '```js title="x"\nlet a = "<b>";\n```',
      '<pre><code class="language-js"><span class="hljs-keyword">let</span> a = ' +
        '<span class="hljs-string">"&#x3C;b>"</span>;\n</code></pre>',
    ],
    [
      'code in no known language',
      '```quill\n<ink>\n```',
      '<pre><code class="language-quill">&#x3C;ink>\n</code></pre>',
    ],
    ['indented code', '    a < b', '<pre><code>a &#x3C; b\n</code></pre>'],
  ])('has %s', async (_what, content, expected) => {
    expect(await html(content)).toBe(expected);
  });

  it('has footnotes that lead there and back', async () => {
    const text = await html('Ink[^i] and stone[^s], ink[^i].\n\n[^s]: Wet.\n[^i]: *Dry*.\n[^none]: Unused.');
    const [, mark] = /href="#md-note-(\w{8})-1"/.exec(text) ?? [];
    expect(text).toBe(
      `<p>Ink<sup><a href="#md-note-${mark}-1" role="doc-noteref" id="md-ref-${mark}-1">1</a></sup> ` +
        `and stone<sup><a href="#md-note-${mark}-2" role="doc-noteref" id="md-ref-${mark}-2">2</a></sup>, ` +
        `ink<sup><a href="#md-note-${mark}-1" role="doc-noteref">1</a></sup>.</p>` +
        `<section class="footnotes" role="doc-endnotes"><ol>` +
        `<li id="md-note-${mark}-1"><p><em>Dry</em>. <a href="#md-ref-${mark}-1" role="doc-backlink">↩</a></p></li>` +
        `<li id="md-note-${mark}-2"><p>Wet. <a href="#md-ref-${mark}-2" role="doc-backlink">↩</a></p></li></ol></section>`,
    );
  });
});

describe('toc', () => {
  it('has the headings, with ids that are theirs alone', async () => {
    const content =
      '# Ink & *stone*\n\n## 墨石：声细\n\n## 墨石：声细\n\nBelow\n-----\n\n###### ![quill](q.png)[^n]\n\n[^n]: n';
    const post = await rendered(content);
    expect(post.toc).toEqual([
      { level: 1, text: 'Ink & stone', id: 'md-ink--stone' },
      { level: 2, text: '墨石：声细', id: 'md-墨石声细' },
      { level: 2, text: '墨石：声细', id: 'md-墨石声细-1' },
      { level: 2, text: 'Below', id: 'md-below' },
      { level: 6, text: 'quill', id: 'md-quill' },
    ]);
    for (const { id } of post.toc) expect(post.html).toContain(` id="${id}"`);
  });

  it('is where links within a post lead', async () => {
    const text = await html('[down](#墨石) [md](#md-x)\n\n# 墨石');
    expect(text).toContain('<a href="#md-%E5%A2%A8%E7%9F%B3">down</a> <a href="#md-x">md</a>');
  });

  it('is empty without headings', async () => {
    expect((await rendered('Ink.')).toc).toEqual([]);
  });
});

it('is the same for a draft, for its author only', async () => {
  const author = await api.make.user();
  const { id } = await api.make.draft({ author_id: author.id, content: '# Secret' });
  expect((await api.as(author).send(Html, { id })).data.post.html).toBe('<h1 id="md-secret">Secret</h1>');
  for (const viewer of [api, api.as(await api.make.user())])
    expect((await viewer.send(Html, { id })).data).toEqual({ post: null });
});

it('follows what is written', async () => {
  const author = api.as(await api.make.user());
  const Create = 'mutation ($input: CreatePostInput!) { createPost(input: $input) { id html } }';
  const Update =
    'mutation ($id: ID!, $input: UpdatePostInput!) { updatePost(id: $id, input: $input) { html } }';
  const created = await author.send(Create, { input: { title: 'T', content: '*a*' } });
  const { id, html: first } = created.data.createPost;
  expect(first).toBe('<p><em>a</em></p>');
  expect((await api.send(Html, { id })).data.post.html).toBe(first);
  const updated = await author.send(Update, { id, input: { content: '**b**' } });
  expect(updated.data.updatePost.html).toBe('<p><strong>b</strong></p>');
  expect((await api.send(Html, { id })).data.post.html).toBe('<p><strong>b</strong></p>');
});

it('of a list costs one statement', async () => {
  for (let n = 0; n < 3; n += 1) await api.make.post({ content: `# ${n}` });
  const reply = await api.send('{ posts(first: 20) { nodes { html toc { id } } } }');
  expect(reply).toSucceed();
  expect(await api.statementsOf(reply)).toBe(1);
});
