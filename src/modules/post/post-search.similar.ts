import type { Context } from '../../context.js';
import { Post } from './post.entity.js';
import { readablePosts } from './post.policy.js';
import { type Term, wordsInOrder } from './post-search.words.js';

/** Words of this similarity or more are taken for each other, and so many at most for one. */
const least = 0.35;
const most = 3;
/** One letter more or less for so many is a slip; `data` is no slip for database. */
const lettersPerSlip = 3;
/** Shorter words are similar to everything. */
const shortest = 4;

/**
 * The terms, with words beside theirs that look alike and stand in titles or tags of posts that the viewer may read;
 * null when there are none. Only for words of Latin letters: three letters at a time are compared.
 */
export async function withSimilarWords(ctx: Context, terms: Term[]): Promise<Term[] | null> {
  const asked = terms.filter(isMendable).map(({ text }) => text.toLowerCase());
  if (asked.length === 0) return null;
  const found = await similarWords(ctx, asked);
  if (found.length === 0) return null;
  return terms.map((term) => {
    const words = found.filter(({ asked }) => isMendable(term) && asked === term.text.toLowerCase());
    return { ...term, ways: [...term.ways, ...words.map(({ word }) => wordsInOrder(word))] };
  });
}

const isMendable = ({ text, isPhrase, isExcluded }: Term): boolean =>
  !isPhrase && !isExcluded && text.length >= shortest && /^[a-z]+$/i.test(text);

const similarWords = (ctx: Context, asked: string[]): Promise<{ asked: string; word: string }[]> =>
  ctx.read.found(Post, new Map(), ({ value, where }) => {
    const readable = where('r', readablePosts(ctx.viewer));
    return `
      select json_build_object('asked', asked.word, 'word', near.word)
      from unnest(${value(asked)}::text[]) asked(word), lateral (
        select word from (
          select lower(word) as word
          from titles_like(asked.word) s join posts r on r.id = s.post_id, regexp_split_to_table(s.title, '\\W+') word
          where ${readable}
          union
          select word from tags, regexp_split_to_table(key, '\\W+') word
          where asked.word <% key and exists (
            select 1 from post_tags t join posts r on r.id = t.post_id where t.tag_id = tags.id and ${readable})
        ) words
        where similarity(word, asked.word) >= ${least}
          and abs(length(word) - length(asked.word)) <= length(asked.word) / ${lettersPerSlip}
        order by similarity(word, asked.word) desc, word limit ${most}
      ) near`;
  });
