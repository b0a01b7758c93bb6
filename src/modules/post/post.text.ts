import type { Token } from 'markdown-it';
import { badField } from '../../core/errors.js';
import { createParser } from '../../platform/markdown/parser.js';

/** The longest excerpt that can be asked for, in characters. */
export const longestExcerpt = 500;

const chineseCharacters = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const words = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu;

const parser = createParser();

/** What can be a mark, anywhere or at the start of a line; a text that has none of them says what it says. */
const marks = /[\\`*_~<>&|[\]]|^[ \t]*(?:[#+=:-]|\d{1,9}[.)])/m;

/** The start of a Markdown text without its marks, long enough for any excerpt. */
function summaryOf(markdown: string): string {
  // Marks and links are longer than what they show; eight times is ample, and bounds the work for any input.
  const start = markdown.slice(0, 8 * longestExcerpt).replace(/[\uD800-\uDBFF]$/, '');
  const text = marks.test(start) ? parser.parse(start, {}).map(textOf).join(' ') : start;
  return cut(text.replace(/\s+/g, ' ').trim(), longestExcerpt + 1);
}

/** What inline parts hold belongs together; blocks stand apart. HTML says nothing. */
function textOf({ type, content, children }: Token): string {
  if (children) return children.map(textOf).join('');
  if (type.startsWith('html_')) return '';
  return type.endsWith('break') ? ' ' : content;
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
function readingMinutesOf(markdown: string): number {
  const characters = markdown.match(chineseCharacters)?.length ?? 0;
  const otherWords = markdown.replace(chineseCharacters, ' ').match(words)?.length ?? 0;
  return Math.max(1, Math.round(characters / 400 + otherWords / 250));
}

/** A content, and what is worked out when it is written. */
export const written = (content: string) => ({
  content,
  summary: summaryOf(content),
  readingMinutes: readingMinutesOf(content),
});
