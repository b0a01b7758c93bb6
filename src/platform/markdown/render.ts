import GithubSlugger from 'github-slugger';
import type { Element, ElementContent } from 'hast';
import { sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { highlight } from './highlight.js';
import { createParser } from './parser.js';
import { schema } from './schema.js';
import { idPrefix } from './tree.js';
import { treeOf } from './tree-of-tokens.js';

/** A heading of a text. */
type Heading = { level: number; text: string; id: string };

/** HTML that is safe to show, and the headings in it. */
export type Rendered = { html: string; toc: Heading[] };

const parser = createParser();

/** How many characters HTML may have that short references make long. */
const mostCharacters = (markdown: string): number => 100_000 + 10 * markdown.length;

/** Renders Markdown; throws RangeError when the HTML would be out of all proportion. */
export function renderSync(markdown: string): Rendered {
  const { root, headings, code } = treeOf(parser, markdown, mostCharacters(markdown));
  highlight(code);
  const slugger = new GithubSlugger();
  const toc = headings.map((heading) => anchor(heading, slugger));
  return { html: toHtml(sanitize(root, schema) as typeof root), toc };
}

/** Gives a heading an id made of its words, in any script. */
function anchor(heading: Element, slugger: GithubSlugger): Heading {
  const text = textOf(heading).replace(/\s+/g, ' ').trim();
  const id = `${idPrefix}${slugger.slug(text || 'section')}`;
  heading.properties.id = id;
  return { level: Number(heading.tagName.slice(1)), text, id };
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element' || node.properties.role === 'doc-noteref') return '';
  if (node.tagName === 'img') return String(node.properties.alt ?? '');
  return node.children.map(textOf).join('');
}
