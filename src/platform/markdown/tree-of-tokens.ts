import type { Element, Properties } from 'hast';
import type { MarkdownIt, Token } from 'markdown-it';
import { Footnotes } from './footnotes.js';
import { addRawHtml } from './raw-html.js';
import { Tree } from './tree.js';

/** What tokens add to the tree that have no tag to be opened or closed. */
type Leaves = Record<string, (token: Token) => void>;

/** The tree of a Markdown text. Throws RangeError when it would have more than `most` characters. */
export function treeOf(parser: MarkdownIt, markdown: string, most: number): Tree {
  const tree = new Tree(most);
  const footnotes = new Footnotes(tree, markdown);
  const leaves = leavesOf(tree, footnotes, parser);
  const add = (token: Token): void => {
    if (token.type === 'inline') for (const child of token.children ?? []) add(child);
    else if (token.type === 'footnote_reference_open') footnotes.open(token.meta?.label as string);
    else if (token.nesting < 0) token.hidden || tree.close();
    else if (token.nesting > 0) token.hidden || tree.open(token.tag, propertiesOf(token));
    else leaves[token.type]?.(token);
  };
  parser.parse(markdown, {}).forEach(add);
  footnotes.addAll();
  return tree;
}

function leavesOf(tree: Tree, footnotes: Footnotes, parser: MarkdownIt): Leaves {
  const text = ({ content }: Token) => tree.text(content);
  const rawHtml = ({ content }: Token) => addRawHtml(tree, content);
  return {
    text,
    softbreak: () => tree.text('\n'),
    hardbreak: () => {
      tree.add('br');
      tree.text('\n');
    },
    hr: () => tree.add('hr'),
    code_inline: ({ content }) => tree.add('code', {}, [{ type: 'text', value: content }]),
    code_block: ({ content }) => tree.add('pre', {}, [codeOf(content)]),
    fence: ({ content, info }) => {
      const [language] = parser.utils.unescapeAll(info).trim().split(/\s/, 1);
      const code = codeOf(content, language);
      tree.add('pre', {}, [code]);
      if (language) tree.code.push(code);
    },
    image: ({ attrs, children }) => {
      const alt = parser.renderer.renderInlineAsText(children ?? [], parser.options, {});
      tree.add('img', { ...Object.fromEntries(attrs ?? []), alt });
    },
    html_inline: rawHtml,
    html_block: rawHtml,
    task: ({ attrs }) =>
      tree.add('input', { type: 'checkbox', disabled: true, checked: attrs?.[0]?.[1] === 1 }),
    footnote_ref: ({ meta }) => footnotes.refer(meta?.label as string),
  };
}

const codeOf = (content: string, language = ''): Element => ({
  type: 'element',
  tagName: 'code',
  properties: language ? { className: [`language-${language}`] } : {},
  children: [{ type: 'text', value: content }],
});

/** Attributes as properties: of those that Markdown makes, only these have another name or form. */
function propertiesOf({ attrs }: Token): Properties | undefined {
  if (!attrs) return undefined;
  const { class: className, style, ...same } = Object.fromEntries(attrs);
  return {
    ...same,
    ...(className && { className: [String(className)] }),
    ...(style && { align: String(style).replace('text-align:', '') }),
  };
}
