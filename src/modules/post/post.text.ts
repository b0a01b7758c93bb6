import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { badField } from '../../core/errors.js';

/** The longest excerpt that can be asked for, in characters. */
export const longestExcerpt = 500;

const chineseCharacters = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const words = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu;

const parser = unified().use(remarkParse).use(remarkGfm);

/** Elements inside a line: what they hold belongs together; everything else stands apart. */
const inline = new Set([
  'paragraph',
  'heading',
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
  'tableCell',
]);

/** Quotes and lists within one another at the start of a line, deeper than anyone writes: parsing them is slow. */
const deepMarks = /^(?:[ \t]*(?:[>*+-]|\d{1,9}[.)])){5,}/gm;

/** What can be a mark, anywhere or at the start of a line; a text that has none of them says what it says. */
const marks = /[\\`*_~<>&|[\]]|^[ \t]*(?:[#+=:-]|\d{1,9}[.)])/m;

/** The start of a Markdown text without its marks, long enough for any excerpt. */
export function summaryOf(markdown: string): string {
  // Marks and links are longer than what they show; eight times is ample, and bounds the work for any input.
  const start = markdown
    .slice(0, 8 * longestExcerpt)
    .replace(/[\uD800-\uDBFF]$/, '')
    .replace(deepMarks, '');
  const first = firstBlocks(start);
  const text = plainText(first);
  const isEnough = first === start || cut(text, longestExcerpt + 1) !== text;
  return cut(isEnough ? text : plainText(start), longestExcerpt + 1);
}

/** About as much as an excerpt takes, to an empty line: what follows one changes nothing before it but link references. */
function firstBlocks(markdown: string): string {
  const end = /\n[ \t]*\r?\n/.exec(markdown.slice(1.5 * longestExcerpt));
  return end && !markdown.includes(']:') ? markdown.slice(0, 1.5 * longestExcerpt + end.index) : markdown;
}

const plainText = (markdown: string): string =>
  (marks.test(markdown) ? textOf(parser.parse(markdown)) : markdown).replace(/\s+/g, ' ').trim();

function textOf(node: Nodes): string {
  if (node.type === 'html') return '';
  if (node.type === 'break') return ' ';
  if ('value' in node) return node.value;
  if ('alt' in node) return node.alt ?? '';
  return 'children' in node ? node.children.map(textOf).join(inline.has(node.type) ? '' : ' ') : '';
}

/** At most `length` characters; an ellipsis stands for what was left out. */
export function excerptOf(summary: string, length: number): string {
  if (length < 1 || length > longestExcerpt) {
    throw badField(['length'], 'RANGE', `An excerpt has 1 to ${longestExcerpt} characters.`);
  }
  const fits = summary.length <= length || cut(summary, length) === summary;
  return fits ? summary : `${cut(summary, length - 1).trimEnd()}…`;
}

/** The first `length` characters, none of them in half. */
function cut(text: string, length: number): string {
  let end = 0;
  for (let count = 0; count < length && end < text.length; count += 1) {
    end += (text.codePointAt(end) as number) > 0xffff ? 2 : 1;
  }
  return text.slice(0, end);
}

/** Minutes to read a Markdown text, at 250 words and 400 Chinese or Japanese characters a minute; at least 1. */
export function readingMinutesOf(markdown: string): number {
  const characters = markdown.match(chineseCharacters)?.length ?? 0;
  const otherWords = markdown.replace(chineseCharacters, ' ').match(words)?.length ?? 0;
  return Math.max(1, Math.round(characters / 400 + otherWords / 250));
}
