import type { Context } from '../../context.js';
import { wordsOf } from '../../core/words.js';
import type { Selection } from '../../read/selection.js';
import { Tag } from '../tag/tag.entity.js';
import { inTitle, wordOfTag } from './post-search.row.js';
import type { Term, Words } from './post-search.words.js';

/** What PostgreSQL is asked for. */
export type SearchQuery = {
  /** For posts that have all terms, wherever they stand. */
  anywhere: string;
  /** For posts that have each of them in the title or the tags. */
  ahead: string;
  /** A pattern for the place in a text that shows best why it was found. */
  place: string;
  /** What is marked there. */
  lexemes: ReadonlySet<string>;
};

/** Of tags that begin like the words, so many are looked at, by their names. */
const mostTags = 1_000;

const selected: Selection = new Map([['key', new Map()]]);

/** Tags stand in the index as their ids; what they are called now is looked up here. */
export async function searchQueryOf(ctx: Context, terms: Term[]): Promise<SearchQuery> {
  const pattern = patternOf(terms.flatMap(lexemesOf));
  const named = { $sql: { sql: '{}.key ~ ?', values: [pattern] } };
  const tags = await ctx.read.all(Tag, named, selected, 'key', { skip: 0, most: mostTags });
  const known = tags.map((tag) => ({ word: wordOfTag(tag.id), lexemes: lexemesIn(tag.key) }));
  const join = (mark: (lexeme: string) => string) =>
    terms
      .map((term) => {
        const tagged = known.filter(({ lexemes }) =>
          term.ways.some((way) => way.every(({ lexeme }) => lexemes.has(lexeme))),
        );
        const ways = term.ways.map((way) => wayOf(way, term.isPhrase, term.isExcluded ? plain : mark));
        const any = [...ways, ...tagged.map(({ word }) => word)].join(' | ');
        return term.isExcluded ? `!(${any})` : `(${any})`;
      })
      .join(' & ');
  const wanted = terms.filter((term) => !term.isExcluded).flatMap(lexemesOf);
  return { anywhere: join(plain), ahead: join(inTitle), place: patternOf(wanted), lexemes: new Set(wanted) };
}

const lexemesOf = ({ ways }: Term): string[] => ways.flat().map(({ lexeme }) => lexeme);

const lexemesIn = (text: string): Set<string> => new Set(Array.from(wordsOf(text), ({ lexeme }) => lexeme));

const plain = (lexeme: string): string => lexeme;

function wayOf(words: Words, isPhrase: boolean, mark: (lexeme: string) => string): string {
  const joined = words.map(({ lexeme, distance }, index) => {
    const operator = isPhrase ? `<${distance}>` : '&';
    return `${index > 0 ? ` ${operator} ` : ''}'${mark(lexeme)}'`;
  });
  return `(${joined.join('')})`;
}

/** Matches where one of the lexemes may begin: its words begin like it, though `happi` stands for happy. */
const patternOf = (lexemes: string[]): string =>
  [...new Set(lexemes)]
    .map((lexeme) => (/^[a-z]/.test(lexeme) ? `\\m${lexeme.replace(/(?<=..)i$/, '')}` : lexeme))
    .join('|');
