import { ref } from '@mikro-orm/core';
import type { Context } from '../../context.js';
import { badField, conflict } from '../../core/errors.js';
import { newId } from '../../core/id.js';
import { nameKey } from '../../core/name-key.js';
import { changeSlug, freeSlugs, slugify } from '../../core/slug.js';
import { inTransaction, lockName } from '../../core/transaction.js';
import type { Selection } from '../../read/selection.js';
import { Category, CategorySlug } from './category.entity.js';
import type { CategoryInput } from './category.input.js';
import { findCategory } from './category.service.js';

const mostLevels = 5;
/** They are read as a whole, so they must stay few. */
const mostCategories = 500;

export async function createCategory(
  ctx: Context,
  input: CategoryInput,
  selection: Selection,
): Promise<Category | null> {
  const id = newId();
  await changeTree(ctx, async (tx) => {
    if ((await tx.em.count(Category)) >= mostCategories) throw tooMany();
    const parent = await parentOf(tx, input.parentId ?? null);
    await refuseTakenName(tx, input.name, parent, id);
    const [slug = id] = await freeSlugs(tx.em, [Category, CategorySlug], [plainSlug(input.name)]);
    const lineage = lineageBelow(parent, [id]);
    tx.em.create(Category, { id, ...named(input.name), slug, parent: parent && ref(parent), lineage });
  });
  return ctx.read.one(Category, { id }, selection);
}

/** Its slug follows its name, and what is below it goes with it. */
export async function updateCategory(
  ctx: Context,
  id: string,
  input: CategoryInput,
  selection: Selection,
): Promise<Category | null> {
  await changeTree(ctx, async (tx) => {
    const category = await findCategory(tx, id);
    const parentId = input.parentId === undefined ? (category.parent?.id ?? null) : input.parentId;
    const parent = await parentOf(tx, parentId);
    await refuseTakenName(tx, input.name, parent, category.id);
    await moveBelow(tx, category, parent);
    const wanted = plainSlug(input.name);
    if (wanted !== plainSlug(category.name)) {
      category.slug = await changeSlug(tx.em, [Category, CategorySlug], category, wanted);
    }
    tx.em.assign(category, { ...named(input.name), parent: parent && ref(parent) });
  });
  return ctx.read.one(Category, { id }, selection);
}

/** Its posts and the categories below it move to its parent; without one they stand in none, and are roots. */
export function deleteCategory(ctx: Context, id: string): Promise<string> {
  return changeTree(ctx, async (tx) => {
    const category = await findCategory(tx, id);
    const parent = category.parent?.id ?? null;
    const move = (table: string, column: string) =>
      tx.em.execute(`update ${table} set ${column} = ? where ${column} = ?`, [parent, category.id]);
    await move('posts', 'category_id');
    await tx.em.execute('select 1 from categories where id = ? for update', [category.id]);
    // Again, for posts that were put into it until it was locked.
    await move('posts', 'category_id');
    await move('categories', 'parent_id');
    await tx.em.execute(
      'update categories set lineage = array_remove(lineage, ?::uuid) where ? = any(lineage)',
      [category.id, category.id],
    );
    await tx.em.nativeDelete(Category, { id: category.id });
    return category.id;
  });
}

/** One at a time, so that what a change looks at stays as it is: the tree changes seldom. */
const changeTree = <T>(ctx: Context, work: (tx: Context) => Promise<T>): Promise<T> =>
  inTransaction(ctx, async (tx) => {
    await lockName(tx.em, 'categories');
    return work(tx);
  });

const parentOf = (tx: Context, id: string | null): Promise<Category | null> =>
  id === null ? Promise.resolve(null) : findCategory(tx, id);

const named = (name: string) => ({ name: name.trim(), key: nameKey(name) });

const plainSlug = (name: string): string => slugify(name, 'category');

async function refuseTakenName(
  tx: Context,
  name: string,
  parent: Category | null,
  id: string,
): Promise<void> {
  const beside = { key: nameKey(name), parent: parent?.id ?? null, id: { $ne: id } };
  if ((await tx.em.count(Category, beside)) === 0) return;
  const message = 'There is a category of this name beside it. Choose another, or use that one.';
  throw conflict(message, [{ path: ['input', 'name'], code: 'TAKEN', message }]);
}

const tooMany = () =>
  conflict(`There are ${mostCategories} categories, which is the most. Delete one first.`);

/** Throws BAD_USER_INPUT when the tree would be too deep. */
function lineageBelow(parent: Category | null, own: string[]): string[] {
  const lineage = [...(parent?.lineage ?? []), ...own];
  if (lineage.length <= mostLevels) return lineage;
  throw badField(['input', 'parentId'], 'DEPTH', `Categories have at most ${mostLevels} levels.`);
}

async function moveBelow(
  tx: Context,
  { id, parent, lineage }: Category,
  target: Category | null,
): Promise<void> {
  if (target?.lineage.includes(id)) {
    throw badField(['input', 'parentId'], 'CYCLE', 'A category cannot stand below itself.');
  }
  if ((parent?.id ?? null) === (target?.id ?? null)) return;
  const below = await tx.em.execute<{ lineage: string[] }[]>(
    'select lineage from categories where ? = any(lineage) order by cardinality(lineage) desc limit 1',
    [id],
  );
  const [deepest] = below;
  lineageBelow(target, (deepest?.lineage ?? []).slice(lineage.length - 1));
  await tx.em.execute(
    'update categories set lineage = ?::uuid[] || lineage[?::int:] where ? = any(lineage)',
    [`{${target?.lineage ?? ''}}`, lineage.length, id],
  );
}
