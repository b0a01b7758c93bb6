import type { Ref } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import limax from 'limax';
import { newId } from './id.js';

/** The longest slug that may be given is 80; what is made here leaves room for a distinction. */
const mostCharacters = 66;
/** Beyond this many of the same words a number says nothing any more. */
const mostNumbered = 50;

/** What a slug looks like: words of lower-case ASCII letters and digits with hyphens between. */
export const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const plainWords = /^[a-z0-9 -]*$/i;

/** A readable slug, Chinese as pinyin; `fallback` when nothing of the text can be written in ASCII. */
export function slugify(text: string, fallback: string): string {
  const start = text.slice(0, 4 * mostCharacters);
  // What limax would make of plain words, without its dictionaries.
  const words = plainWords.test(start)
    ? start.toLowerCase().replaceAll(' ', '-')
    : limax(start, { tone: false });
  const slug = words
    .replace(/[^a-z0-9-]+/g, '')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '');
  return shorten(slug) || fallback;
}

/** Cuts between words, unless the first one is too long by itself. */
function shorten(slug: string): string {
  if (slug.length <= mostCharacters) return slug;
  return slug
    .slice(0, mostCharacters + 1)
    .replace(/-[^-]*$/, '')
    .slice(0, mostCharacters);
}

/** What may be tried for a slug: itself, then with a number. */
const candidates = (slug: string): string[] => [
  slug,
  ...Array.from({ length: mostNumbered }, (_, index) => `${slug}-${index + 2}`),
];

type Slugged = new () => { slug: string };

/**
 * For each wanted slug itself, or `slug-2`, `slug-3` … when one of the entities has it or it is wanted twice. The
 * caller holds a lock, so that no one else takes one meanwhile.
 */
export async function freeSlugs(em: EntityManager, entities: Slugged[], wanted: string[]): Promise<string[]> {
  const tables = entities.map((entity) => `select slug from ${em.getMetadata().get(entity).tableName}`);
  const text = `select slug from (${tables.join(' union all ')}) taken where slug in (?)`;
  const rows = await em.execute<{ slug: string }[]>(text, [wanted.flatMap(candidates)]);
  const taken = new Set(rows.map((row) => row.slug));
  return wanted.map((slug) => {
    const free =
      candidates(slug).find((candidate) => !taken.has(candidate)) ?? `${slug}-${newId().slice(-12)}`;
    taken.add(free);
    return free;
  });
}

type Former = new () => { slug: string; owner: Ref<{ id: string }> };

/**
 * The slug that a row is to have instead of its own, which leads on to it from now: `wanted` if it is free or was the
 * row's before, otherwise with a number. The caller holds a lock and gives it to the row.
 */
export async function changeSlug(
  em: EntityManager,
  [entity, former]: [Slugged, Former],
  row: { id: string; slug: string },
  wanted: string,
): Promise<string> {
  await em.nativeDelete(former, { slug: wanted, owner: row.id });
  const [free = wanted] = await freeSlugs(em, [entity, former], [wanted]);
  await em.upsert(former, { slug: row.slug, owner: row.id });
  return free;
}
