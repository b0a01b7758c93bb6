import type { Context } from '../../context.js';
import { nameKey } from '../../core/name-key.js';
import type { Selection } from '../../read/selection.js';
import { Category } from '../category/category.entity.js';
import { createCategory } from '../category/category-tree.service.js';

const id: Selection = new Map([['id', new Map()]]);

/**
 * The id of the category that a path leads to, from the root down; null for none. Missing ones are made, but in a dry
 * run. Throws BAD_USER_INPUT for a path that is too deep.
 */
export async function takeCategory(ctx: Context, path: string[], dryRun: boolean): Promise<string | null> {
  let parentId: string | null = null;
  for (const name of path) {
    const known: Category | null = await ctx.em.findOne(Category, { key: nameKey(name), parent: parentId });
    if (!known && dryRun) return null;
    const category: Category | null = known ?? (await createCategory(ctx, { name, parentId }, id));
    parentId = category?.id ?? null;
  }
  return parentId;
}
