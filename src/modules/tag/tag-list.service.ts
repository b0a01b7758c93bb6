import type { Context } from '../../context.js';
import { badField } from '../../core/errors.js';
import type { Page, PageOrder } from '../../core/page.js';
import type { Selection } from '../../read/selection.js';
import { slugged, type Where } from '../../read/where.js';
import { Tag } from './tag.entity.js';
import { TagOrder, type TagsArgs } from './tag.input.js';
import { readableTags, usedTags } from './tag.policy.js';

const orders: Record<TagOrder, PageOrder<Tag>> = {
  NAME: { name: 'TAG_NAME', property: 'key', descending: false },
  MOST_USED: { name: 'TAG_MOST_USED', property: 'postCount', descending: true },
};

/** The tags of posts that the viewer may read, as far as enough published posts carry them. */
export async function listTags(ctx: Context, args: TagsArgs, selection: Selection): Promise<Page<Tag>> {
  const where = { $and: [readableTags(ctx.viewer), carriedBy(args.minPosts ?? 1)] };
  return ctx.read.page(Tag, where, orders[args.orderBy ?? TagOrder.NAME], args, selection);
}

function carriedBy(posts: number): Where<Tag> {
  if (posts < 0) throw badField(['minPosts'], 'RANGE', 'No tag has fewer than 0 posts.');
  if (posts === 0) return {};
  return posts === 1 ? usedTags : { postCount: { $gte: posts } };
}

/** A tag by its slug or one that it had; null when no post that the viewer may read carries it. */
export const tagOrNull = (ctx: Context, slug: string, selection: Selection): Promise<Tag | null> =>
  ctx.read.one(Tag, { $and: [slugged('tag', slug), readableTags(ctx.viewer)] }, selection);
