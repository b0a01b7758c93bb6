import { earliest } from '../../core/cursor.js';
import { badField } from '../../core/errors.js';
import { isId } from '../../core/id.js';
import { nameKey } from '../../core/name-key.js';
import { containing, idOfSlug, type Where } from '../../read/where.js';
import type { Post } from './post.entity.js';
import type { PostFilter } from './post.input.js';

const deepest = 5;
const mostConditions = 50;
const mostIds = 100;
const longestText = 200;

const nothing: Where<Post> = { id: { $in: [] } };

/** The rows that a filter lets through; throws BAD_USER_INPUT when the filter itself is too large. */
export function postsMatching(filter: PostFilter | null | undefined): Where<Post> {
  if (!filter) return {};
  if (depth(filter) > deepest || size(filter) > mostConditions) {
    throw badField(['filter'], 'SIZE', `A filter has at most ${mostConditions} conditions, ${deepest} deep.`);
  }
  return conditionsOf(filter);
}

const parts = (filter: PostFilter): PostFilter[] =>
  [filter.and, filter.or, filter.not].flat().filter((part) => part != null);

const depth = (filter: PostFilter): number => 1 + Math.max(0, ...parts(filter).map(depth));

/** The conditions of a filter and of its parts; an empty part counts as one, because it is work too. */
function size({ and, or, not, ...own }: PostFilter): number {
  const conditions = Object.values(own).filter((value) => value != null).length;
  return parts({ and, or, not }).reduce((total, part) => total + size(part), Math.max(1, conditions));
}

function conditionsOf(filter: PostFilter): Where<Post> {
  const {
    and,
    or,
    not,
    ids,
    authorId,
    tag,
    category,
    status,
    titleContains,
    publishedAfter,
    publishedBefore,
  } = filter;
  const conditions: Where<Post>[] = [];
  if (and) conditions.push(...and.map(conditionsOf));
  if (or) conditions.push(or.length > 0 ? { $or: or.map(conditionsOf) } : nothing);
  if (not) conditions.push({ $not: conditionsOf(not) });
  if (ids) conditions.push(withIds(ids));
  if (authorId != null) conditions.push(isId(authorId) ? { author: authorId } : nothing);
  if (tag != null) conditions.push(tagged(tag));
  if (category != null) conditions.push(inCategory(category));
  if (status) conditions.push({ status: { $in: [...new Set(status)] } });
  if (titleContains != null) conditions.push(titleLike(titleContains));
  if (publishedAfter) conditions.push(published({ $gte: inCalendar(publishedAfter) }));
  if (publishedBefore) conditions.push(published({ $lt: inCalendar(publishedBefore) }));
  return { $and: conditions };
}

/** False, not unknown, for drafts: so that `not` turns it into true. */
const published = (bound: { $gte: Date } | { $lt: Date }): Where<Post> => ({
  $and: [{ publishedAt: { $ne: null } }, { publishedAt: bound }],
});

const inCalendar = (moment: Date): Date => (moment < earliest ? earliest : moment);

/** In the category, or in one below it. */
const inCategory = (slug: string): Where<Post> => ({
  $sql: {
    sql: `{}.category_id in (select below.id from categories below where ${idOfSlug('category')} = any(below.lineage))`,
    values: [slug, slug],
  },
});

/** A name counts before a slug. One table a condition, so that many conditions stay cheap to plan. */
const tagged = (nameOrSlug: string): Where<Post> => ({
  $sql: {
    sql: `{}.id in (select post_id from post_tags
      where tag_id = coalesce((select id from tags where key = ? or slug = ? order by key = ? desc limit 1),
        (select tag_id from tag_slugs where slug = ?)))`,
    values: [nameKey(nameOrSlug), nameOrSlug, nameKey(nameOrSlug), nameOrSlug],
  },
});

function withIds(ids: string[]): Where<Post> {
  if (ids.length <= mostIds) return { id: { $in: ids.filter(isId) } };
  throw badField(['filter', 'ids'], 'COUNT', `At most ${mostIds} ids can be asked for.`);
}

function titleLike(text: string): Where<Post> {
  if ([...text].length > longestText) {
    throw badField(
      ['filter', 'titleContains'],
      'LENGTH',
      `At most ${longestText} characters can be looked for.`,
    );
  }
  return { title: containing(text) };
}
