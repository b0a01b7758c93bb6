import type { Context } from '../../context.js';
import { badField, type FieldError } from '../../core/errors.js';
import { nameKey } from '../../core/name-key.js';
import { freeSlugs, slugify } from '../../core/slug.js';
import { lockName } from '../../core/transaction.js';
import { Tag, TagSlug } from './tag.entity.js';

const mostCharacters = 50;

/** Names of tags by their keys; of two spellings the first counts. */
export type TagNames = ReadonlyMap<string, string>;

/** Throws BAD_USER_INPUT for impossible names. */
export function tagNames(names: string[]): TagNames {
  for (const [index, name] of names.entries()) checkTagName(name, ['input', 'tags', index]);
  // In a Map the last one stays.
  return new Map(names.toReversed().map((name) => [nameKey(name), name.trim()]));
}

/** The tags of these names, in no order; unknown ones are made. */
export async function findOrCreateTags(tx: Context, names: TagNames): Promise<Tag[]> {
  const byKey = new Map(names);
  const known = await tagsWithKeys(tx, [...byKey.keys()]);
  if (known.length === byKey.size) return known;
  // Only new tags take the lock: of callers that invent one tag at the same time, the later ones find it here.
  await lockName(tx.em, 'tags');
  const found = await tagsWithKeys(tx, [...byKey.keys()]);
  for (const tag of found) byKey.delete(tag.key);
  return [...found, ...(await createTags(tx, [...byKey]))];
}

async function tagsWithKeys(tx: Context, keys: string[]): Promise<Tag[]> {
  return keys.length > 0 ? tx.em.find(Tag, { key: { $in: keys } }) : [];
}

async function createTags(tx: Context, entries: [key: string, name: string][]): Promise<Tag[]> {
  if (entries.length === 0) return [];
  const wanted = entries.map(([, name]) => tagSlug(name));
  const slugs = await freeSlugs(tx.em, [Tag, TagSlug], wanted);
  return entries.map(([key, name], index) => tx.em.create(Tag, { key, name, slug: slugs[index] as string }));
}

/** Throws BAD_USER_INPUT for an impossible name. */
export function checkTagName(name: string, path: FieldError['path']): void {
  const length = [...name.trim()].length;
  if (length >= 1 && length <= mostCharacters) return;
  throw badField(path, 'LENGTH', `A tag must have 1 to ${mostCharacters} characters.`);
}

/** What a name gives when nobody has it yet. */
export const tagSlug = (name: string): string => slugify(name, 'tag');
