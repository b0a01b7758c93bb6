import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { type Page, PageArgs } from '../../core/page.js';
import { Reads } from '../../read/reads.js';
import { Asked, type AskedField } from '../../read/resolving.js';
import type { Where } from '../../read/where.js';
import { Category } from '../category/category.entity.js';
import { PostConnection } from './post.connection.js';
import type { Post } from './post.entity.js';
import { listPostsOf } from './post.service.js';

const inside: Where<Post> = {
  $sql: {
    sql: '{}.category_id in (select below.id from categories below where owner.id = any(below.lineage))',
    values: [],
  },
};

@Resolver(() => Category)
export class PostsOfCategoryResolver {
  @Reads(Category)
  @FieldResolver(() => PostConnection, {
    description:
      'The posts in it and in the categories below it, newest first, as far as the viewer may read them.',
  })
  posts(
    @Root() category: Category,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) args: PageArgs,
    @Asked() field: AskedField,
  ): Promise<Page<Post>> {
    return listPostsOf(ctx, category, inside, args, field);
  }
}
