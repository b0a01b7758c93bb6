/// <reference path="./markdown-it-footnote.d.ts" />
import Parser, { type MarkdownIt, type StateCore, type StateInline, type Token } from 'markdown-it';
import friendlyEmphasis from 'markdown-it-cjk-friendly';
import footnotes from 'markdown-it-footnote';
import { tagAt } from './raw-html.js';

/**
 * Reads CommonMark with what GitHub adds: tables, strike-through, task lists, footnotes and addresses that become
 * links. Every part of it takes time in proportion to the text.
 */
export function createParser(): MarkdownIt {
  const parser = new Parser({ html: true, linkify: true }).use(footnotes).use(friendlyEmphasis);
  // Footnotes inside a line are no part of GitHub's. The notes at the end are made in `footnotes.ts`: the plugin takes
  // longer than in proportion.
  parser.disable(['footnote_inline', 'footnote_tail']);
  parser.inline.ruler.at('html_inline', readTag);
  parser.core.ruler.after('inline', 'task_lists', findTasks);
  parser.linkify.add('ftp:', null).add('//', null).add('www.', webAddress);
  return parser;
}

type Linkifier = MarkdownIt['linkify'];

/** `www.example.org` without a scheme; other words with a dot in them are no addresses. */
const webAddress: Parameters<Linkifier['add']>[1] = {
  validate: (text, position, linkifier) => {
    const domain = linkifier.re.get_relative_proto_validator();
    domain.lastIndex = position;
    return domain.exec(text)?.[0].length ?? 0;
  },
  normalize: (match) => {
    match.url = `https://${match.url}`;
  },
};

function readTag(state: StateInline, silent: boolean): boolean {
  const length = tagAt(state.src, state.pos);
  if (length === 0) return false;
  if (!silent) state.push('html_inline', '', 0).content = state.src.slice(state.pos, state.pos + length);
  state.pos += length;
  return true;
}

const taskMark = /^\[([ xX])\](?=\s)/;

/** Items of lists that begin with `[ ]` or `[x]` get a token of their own for the box. */
function findTasks({ tokens, Token }: StateCore): void {
  const lists: Token[] = [];
  tokens.forEach((token, index) => {
    if (/_list_open$/.test(token.type)) lists.push(token);
    if (/_list_close$/.test(token.type)) lists.pop();
    const [text] = token.children ?? [];
    const item = tokens[index - 2];
    const mark = item?.type === 'list_item_open' && text?.type === 'text' && taskMark.exec(text.content);
    if (!mark) return;
    text.content = text.content.slice(mark[0].length);
    const box = new Token('task', 'input', 0);
    box.attrs = [['checked', mark[1] === ' ' ? 0 : 1]];
    token.children?.unshift(box);
    item.attrSet('class', 'task-list-item');
    lists.at(-1)?.attrSet('class', 'contains-task-list');
  });
}
