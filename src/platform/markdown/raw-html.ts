import { decodeHTML } from 'entities';
import type { Tree } from './tree.js';

const attribute = /\s+([a-z_:][\w.:-]*)(?:\s*=\s*(?:"([^"<]*)"|'([^'<]*)'|([^\s"'=<>`]+)))?/gi;

/** One tag. It has no `<` inside, so that a text full of beginnings is read once and not from each of them. */
const tag = new RegExp(
  `<(?:/([a-z][a-z0-9-]*)\\s*|([a-z][a-z0-9-]*)((?:${attribute.source})*)\\s*/?)>`,
  'iy',
);

/** Comments inside a line; longer ones are not looked for. */
const comment = /<!--.{0,1000}?-->/sy;

/** The length of the tag or comment that begins at a position of a line; 0 when there is none. */
export function tagAt(text: string, position: number): number {
  for (const pattern of [tag, comment]) {
    pattern.lastIndex = position;
    const [found] = pattern.exec(text) ?? [];
    if (found) return found.length;
  }
  return 0;
}

/**
 * Adds the tags and the text of raw HTML to a tree. It understands less than a browser; what it misunderstands is
 * shown wrongly and is no danger, as the tree is sanitised and written anew.
 */
export function addRawHtml(tree: Tree, html: string): void {
  for (let position = 0; position < html.length; ) {
    const next = html[position] === '<' ? addMarkup(tree, html, position) : html.indexOf('<', position);
    const end = next < 0 ? html.length : next;
    if (html[position] !== '<') tree.text(decodeHTML(html.slice(position, end)));
    position = end;
  }
}

/** Adds what begins with `<`, and says where it ends. Comments and declarations are left out. */
function addMarkup(tree: Tree, html: string, position: number): number {
  if (html.startsWith('<!--', position)) return endOf('-->', html, position);
  if (/^<[!?]/.test(html.slice(position, position + 2))) return endOf('>', html, position);
  tag.lastIndex = position;
  const [found, closed, opened = '', attributes = ''] = tag.exec(html) ?? [];
  if (!found) tree.text('<');
  else if (closed) tree.closeRaw(closed.toLowerCase());
  else tree.openRaw(opened.toLowerCase(), readAttributes(attributes));
  return position + (found?.length ?? 1);
}

function endOf(mark: string, html: string, position: number): number {
  const end = html.indexOf(mark, position);
  return end < 0 ? -1 : end + mark.length;
}

const readAttributes = (text: string): Record<string, string | true> =>
  Object.fromEntries(
    Array.from(text.matchAll(attribute), ([, name = '', ...values]) => {
      const value = values.find((each) => each !== undefined);
      return [name.toLowerCase(), value === undefined ? true : decodeHTML(value)];
    }),
  );
