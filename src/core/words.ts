import { stemmer } from 'stemmer';

/** Something that a text is found by, and where it stands there. */
export type Word = {
  /** What stands for it and its other forms: `run` for Running. */
  lexeme: string;
  /** Where it begins and ends in the text, in UTF-16 code units. */
  start: number;
  end: number;
  /** The how manieth it is, counted from 1; a character and the pair that it begins share theirs. */
  position: number;
};

/** What is longer counts by its beginning: PostgreSQL takes no lexeme of more than 2 kB. */
const longestLexeme = 60;

const unspaced = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー]';
const onlyUnspaced = new RegExp(`^${unspaced}+$`, 'u');
const runs = new RegExp(`(${unspaced}+)|(?:(?!${unspaced})[\\p{L}\\p{N}\\p{M}])+`, 'gu');

/** Whether a text is of characters that are written without spaces between words. */
export const isUnspaced = (text: string): boolean => onlyUnspaced.test(text);

/**
 * The words of a text. Where nobody writes spaces, in Chinese and Japanese, each character and each pair of
 * neighbours counts as a word: whoever searches may cut a sentence in another way than whoever wrote it.
 */
export function* wordsOf(text: string): Generator<Word> {
  let position = 0;
  for (const { 0: run, 1: characters, index: start } of text.matchAll(runs)) {
    if (characters) position = yield* charactersOf(characters, start, position);
    else yield { lexeme: lexemeOf(run), start, end: start + run.length, position: ++position };
  }
}

function* charactersOf(run: string, from: number, before: number): Generator<Word, number> {
  const characters = [...run];
  let start = from;
  let position = before;
  for (const [index, character] of characters.entries()) {
    position += 1;
    const next = characters[index + 1];
    const end = start + character.length;
    if (next) yield { lexeme: (character + next).normalize('NFKC'), start, end: end + next.length, position };
    yield { lexeme: character.normalize('NFKC'), start, end, position };
    start = end;
  }
  return position;
}

/** Stems of what was asked for lately: most of a text are few words. */
const known = new Map<string, string>();
const mostKnown = 20_000;

function lexemeOf(word: string): string {
  const lexeme = known.get(word);
  if (lexeme !== undefined) return lexeme;
  if (known.size >= mostKnown) known.clear();
  const made = makeLexeme(word);
  known.set(word, made);
  return made;
}

function makeLexeme(word: string): string {
  // Marks on Latin letters do not count: who looks for cafe finds café.
  const plain = word
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC');
  const lexeme = /^[a-z]+$/.test(plain) ? stemmer(plain) : plain.toLowerCase();
  return lexeme.slice(0, longestLexeme).replace(/[\uD800-\uDBFF]$/, '');
}
