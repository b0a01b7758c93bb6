import { wordsOf } from './words.js';

/** How long a fragment is at most, and how much of it comes before the first match, in characters. */
const longest = 200;
const lead = 50;

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => String(entities[character]));

type Mark = { start: number; end: number };

/**
 * A fragment of a text around the first of the words that `lexemes` stand for, as HTML: everything is escaped, and the
 * words are in `<mark>`. The text may itself be cut from the middle of a longer one.
 */
export function highlight(text: string, lexemes: ReadonlySet<string>, isMiddle: boolean): string {
  const marks = marksIn(text, lexemes);
  const start = startOf(text, marks[0]?.start ?? 0);
  const end = endOf(text, start);
  const shown = marks.filter((mark) => mark.start >= start && mark.end <= end);
  let html = start > 0 || isMiddle ? '…' : '';
  let at = start;
  for (const mark of shown) {
    html += `${escaped(text.slice(at, mark.start))}<mark>${escaped(text.slice(mark.start, mark.end))}</mark>`;
    at = mark.end;
  }
  return html + escaped(text.slice(at, end)) + (end < text.length ? '…' : '');
}

/** Where the words stand; those that touch, as pairs of characters do, are one. */
function marksIn(text: string, lexemes: ReadonlySet<string>): Mark[] {
  const marks: Mark[] = [];
  for (const { lexeme, start, end } of wordsOf(text)) {
    if (!lexemes.has(lexeme)) continue;
    const last = marks.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else marks.push({ start, end });
  }
  return marks;
}

/** A little before the first match, at the beginning of a word where there is one. */
function startOf(text: string, match: number): number {
  if (match <= lead) return 0;
  const from = wholeAt(text, match - lead);
  const space = text.slice(from, match).indexOf(' ');
  return space < 0 ? from : from + space + 1;
}

function endOf(text: string, start: number): number {
  const most = start + longest;
  if (most >= text.length) return text.length;
  const space = text.slice(0, most + 1).lastIndexOf(' ');
  return space > start + longest / 2 ? space : wholeAt(text, most);
}

/** This place, or the one before it when it is in the middle of a character. */
const wholeAt = (text: string, index: number): number =>
  /[\uDC00-\uDFFF]/.test(text.charAt(index)) ? index - 1 : index;
