import { Arg, Authorized, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../context.js';
import { Selected } from '../../read/resolving.js';
import type { Selection } from '../../read/selection.js';
import { Role } from '../user/user.entity.js';
import { Category } from './category.entity.js';
import { CategoryInput } from './category.input.js';
import { categoryOrNull, listCategories } from './category.service.js';
import { createCategory, deleteCategory, updateCategory } from './category-tree.service.js';

@Resolver(() => Category)
export class CategoryResolver {
  @Query(() => Category, { nullable: true, description: 'A category by its slug, or by one that it had.' })
  category(
    @Ctx() ctx: Context,
    @Arg('slug', () => String, { description: 'The slug of the category.' }) slug: string,
    @Selected() selection: Selection,
  ): Promise<Category | null> {
    return categoryOrNull(ctx, slug, selection);
  }

  @Query(() => [Category], {
    description: 'The roots of the tree, by name, with `children` below them; at most 500 in all.',
  })
  categories(@Ctx() ctx: Context, @Selected() selection: Selection): Promise<Category[]> {
    return listCategories(ctx, selection);
  }

  @Authorized(Role.EDITOR, Role.ADMIN)
  @Mutation(() => Category, { description: 'Adds a category to the tree. EDITOR, ADMIN.' })
  createCategory(
    @Ctx() ctx: Context,
    @Arg('input', () => CategoryInput, { description: 'The new category.' }) input: CategoryInput,
    @Selected() selection: Selection,
  ): Promise<Category | null> {
    return createCategory(ctx, input, selection);
  }

  @Authorized(Role.EDITOR, Role.ADMIN)
  @Mutation(() => Category, {
    description: 'Renames a category, or moves it with all that is below it. EDITOR, ADMIN.',
  })
  updateCategory(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The category to change.' }) id: string,
    @Arg('input', () => CategoryInput, { description: 'What it is to be.' }) input: CategoryInput,
    @Selected() selection: Selection,
  ): Promise<Category | null> {
    return updateCategory(ctx, id, input, selection);
  }

  @Authorized(Role.EDITOR, Role.ADMIN)
  @Mutation(() => ID, {
    description:
      'Deletes a category and returns its id. Its posts and the categories below it move up to its parent; without one the posts stand in no category. EDITOR, ADMIN.',
  })
  deleteCategory(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The category to delete.' }) id: string,
  ): Promise<string> {
    return deleteCategory(ctx, id);
  }
}
