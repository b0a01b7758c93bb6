import { isUnspaced, type Word, wordsOf } from '../../core/words.js';

/** Words in their order; each has the distance to the one before it. */
export type Words = { lexeme: string; distance: number }[];

/** One thing that a post is looked for by. */
export type Term = {
  /** What was written for it. */
  text: string;
  /** Its words, or others in their place: a post has to have all of one of these. */
  ways: Words[];
  /** The words have to stand one after the other. */
  isPhrase: boolean;
  /** Posts that have it are left out. */
  isExcluded: boolean;
};

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Say little about what is looked for. Nobody who asks how to tune a database wants every post with a "to". */
const fillers = new Set(
  (
    'a an and are as at be but by for from how i if in into is it its no not of on or s so t than that the their then ' +
    'there these they this to was what when where which who why will with you your ' +
    '的 了 着 吗 呢 吧 之 与 與 和 及 在 是 の を は が に で と も'
  ).split(' '),
);

/** What a query asks for; empty when it has no word at all, or only words to leave out. */
export function termsOf(query: string): Term[] {
  const parts = [...query.matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/g)].map(([, minus, phrase, text = '']) => ({
    text: phrase ?? text,
    isPhrase: phrase !== undefined,
    isExcluded: minus === '-',
  }));
  const terms = parts
    .flatMap((part) => (part.isPhrase ? [part] : piecesOf(part.text).map((text) => ({ ...part, text }))))
    .map((part) => ({ ...part, ways: [wordsInOrder(part.text)] }))
    .filter(({ ways: [words] }) => words?.length);
  const telling = terms.filter(({ isPhrase, text }) => isPhrase || !fillers.has(text.toLowerCase()));
  const chosen = telling.length > 0 ? telling : terms;
  return chosen.every(({ isExcluded }) => isExcluded) ? [] : chosen;
}

/**
 * Cuts a text as its language does. What is left of a Chinese word that the segmenter takes apart, as it does with
 * 数据库 (数据, 库), is looked for beside its neighbour (据库): alone it would be found anywhere.
 */
function piecesOf(text: string): string[] {
  const segments = Array.from(segmenter.segment(text), ({ segment }) => segment);
  return segments.map((segment, index) => {
    const before = segments[index - 1]?.at(-1) ?? '';
    const isRest = [before, segment].every((part) => isUnspaced(part) && !fillers.has(part));
    return isRest && segment.length === 1 ? before + segment : segment;
  });
}

/** The words of a text one after the other: in Chinese pairs, which say more than their characters do. */
export function wordsInOrder(text: string): Words {
  let last: Word | undefined;
  const words: Words = [];
  for (const word of wordsOf(text)) {
    if (last && word.end <= last.end) continue;
    words.push({ lexeme: word.lexeme, distance: word.position - (last?.position ?? 0) });
    last = word;
  }
  return words;
}
