import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import type { Page } from '../../core/page.js';
import { Selected } from '../../read/resolving.js';
import type { Selection } from '../../read/selection.js';
import { TagConnection } from './tag.connection.js';
import { Tag } from './tag.entity.js';
import { TagsArgs } from './tag.input.js';
import { listTags, tagOrNull } from './tag-list.service.js';

@Resolver(() => Tag)
export class TagResolver {
  @Query(() => Tag, {
    nullable: true,
    description: 'A tag by its slug; null when no post that the viewer may read carries it.',
  })
  tag(
    @Ctx() ctx: Context,
    @Arg('slug', () => String, { description: 'The slug of the tag.' }) slug: string,
    @Selected() selection: Selection,
  ): Promise<Tag | null> {
    return tagOrNull(ctx, slug, selection);
  }

  @Query(() => TagConnection, { description: 'The tags of posts that the viewer may read.' })
  tags(
    @Ctx() ctx: Context,
    @Args(() => TagsArgs) args: TagsArgs,
    @Selected() selection: Selection,
  ): Promise<Page<Tag>> {
    return listTags(ctx, args, selection);
  }

  @FieldResolver(() => Int, { description: 'How many published posts carry it: the same for every viewer.' })
  postCount(@Root() tag: Tag, @Ctx() ctx: Context): number | Promise<number> {
    return tag.postCount ?? ctx.loaders.value.load(Tag, 'postCount', tag.id);
  }
}
