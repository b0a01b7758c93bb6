import type { Context } from '../../context.js';
import { notFound } from '../../core/errors.js';
import { isId } from '../../core/id.js';
import type { Selection } from '../../read/selection.js';
import { slugged } from '../../read/where.js';
import { Category } from './category.entity.js';

/** The roots, by name; the rest of the tree is below them. */
export const listCategories = (ctx: Context, selection: Selection): Promise<Category[]> =>
  ctx.read.all(Category, { parent: null }, selection, 'key');

/** A category by its slug or one that it had. */
export const categoryOrNull = (ctx: Context, slug: string, selection: Selection): Promise<Category | null> =>
  ctx.read.one(Category, slugged('category', slug), selection);

/** For changing, or for putting something into it. */
export async function findCategory(tx: Pick<Context, 'em'>, id: string): Promise<Category> {
  const category = isId(id) ? await tx.em.findOne(Category, { id }) : null;
  if (!category) throw notFound('Category');
  return category;
}
