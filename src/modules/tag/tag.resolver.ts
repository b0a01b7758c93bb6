import {
  Arg,
  Args,
  Authorized,
  Ctx,
  FieldResolver,
  ID,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { Context } from '../../context.js';
import type { Page } from '../../core/page.js';
import { Selected } from '../../read/resolving.js';
import type { Selection } from '../../read/selection.js';
import { Role } from '../user/user.entity.js';
import { TagConnection } from './tag.connection.js';
import { Tag } from './tag.entity.js';
import { TagsArgs } from './tag.input.js';
import { mergeTags, renameTag } from './tag-editing.service.js';
import { listTags, tagOrNull } from './tag-list.service.js';

@Resolver(() => Tag)
export class TagResolver {
  @Query(() => Tag, {
    nullable: true,
    description:
      'A tag by its slug, or by one that it had; null when no post that the viewer may read carries it.',
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

  @Authorized(Role.EDITOR, Role.ADMIN)
  @Mutation(() => Tag, {
    description:
      'Gives a tag another name on all its posts. Its slug follows, and the old one leads to it. CONFLICT when another tag has the name. EDITOR, ADMIN.',
  })
  renameTag(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The tag to rename.' }) id: string,
    @Arg('name', () => String, { description: '1 to 50 characters.' }) name: string,
  ): Promise<Tag> {
    return renameTag(ctx, id, name);
  }

  @Authorized(Role.EDITOR, Role.ADMIN)
  @Mutation(() => Tag, {
    description:
      'Puts one tag in the place of another on all its posts, and deletes the other, whose slugs lead here. EDITOR, ADMIN.',
  })
  mergeTags(
    @Ctx() ctx: Context,
    @Arg('from', () => ID, { description: 'The tag that goes.' }) from: string,
    @Arg('into', () => ID, { description: 'The tag that stays.' }) into: string,
  ): Promise<Tag> {
    return mergeTags(ctx, from, into);
  }

  @FieldResolver(() => Int, { description: 'How many published posts carry it: the same for every viewer.' })
  postCount(@Root() tag: Tag, @Ctx() ctx: Context): number | Promise<number> {
    return tag.postCount ?? ctx.loaders.value.load(Tag, 'postCount', tag.id);
  }
}
