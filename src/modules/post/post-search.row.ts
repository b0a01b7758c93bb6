import type { EntityManager } from '@mikro-orm/postgresql';
import { runStatement, type Statement } from '../../core/transaction.js';
import { wordsOf } from '../../core/words.js';
import type { Post } from './post.entity.js';
import { searchableText } from './post-search.text.js';

/** Characters of the content that count: half a book chapter, and at most about 20 ms of work. */
const longestText = 50_000;

/** What a post is found by. */
export type SearchRow = { title: string; text: string; words: string };

/** The same of a title and a Markdown text. */
export function searchRowOf({ title, content }: { title: string; content: string }): SearchRow {
  const text = searchableText(content.slice(0, longestText).replace(/[\uD800-\uDBFF]$/, ''));
  return { title, text, words: vectorOf(title, text) };
}

/** So many places of a word are kept: more would not change the rank, and common words would take much room. */
const mostPlaces = 64;
/** The largest position that a tsvector can hold. */
const lastPosition = 16_383;
/** Words of the title and the text are not beside each other. */
const gap = 10;

/** What stands for a lexeme of the title, so that titles are found without looking at texts. */
export const inTitle = (lexeme: string): string => `^${lexeme}`;

/** What stands for a tag: its id, so that it can be renamed. */
export const wordOfTag = (id: string): string => `t${id.replaceAll('-', '')}`;

/** A tsvector as PostgreSQL reads it: words of the title have weight A, of the text C. */
function vectorOf(title: string, text: string): string {
  const places = new Map<string, string[]>();
  const end = addPlaces(places, title, 0, 'A');
  const ofTitle = entriesOf(places, inTitle);
  addPlaces(places, text, end + gap, 'C');
  return [...ofTitle, ...entriesOf(places, (lexeme) => lexeme)].join(' ');
}

const entriesOf = (places: Map<string, string[]>, mark: (lexeme: string) => string): string[] =>
  Array.from(places, ([lexeme, positions]) => `'${mark(lexeme)}':${positions.join()}`);

function addPlaces(places: Map<string, string[]>, text: string, before: number, weight: string): number {
  let last = before;
  for (const { lexeme, position } of wordsOf(text)) {
    last = before + position;
    const known = places.get(lexeme);
    if (!known) places.set(lexeme, [`${Math.min(last, lastPosition)}${weight}`]);
    else if (known.length < mostPlaces && last <= lastPosition) known.push(`${last}${weight}`);
  }
  return last;
}

/** Saves what a changed post is found by; in the transaction that changes it. */
export async function saveSearchRow(
  em: EntityManager,
  { id, ...post }: Pick<Post, 'id' | 'title' | 'content'>,
): Promise<void> {
  const { title, text, words } = searchRowOf(post);
  await runStatement(em, save, [id, title, text, words]);
}

const save: Statement = {
  name: 'save-search-row',
  text: `
    insert into post_search (post_id, title, text, words)
    values ($1, $2, $3, with_tags($4::tsvector, $1))
    on conflict (post_id) do update set title = excluded.title, text = excluded.text, words = excluded.words`,
};
