import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { type Page, PageArgs } from '../../core/page.js';
import { Reads } from '../../read/reads.js';
import { Asked, type AskedField } from '../../read/resolving.js';
import type { Where } from '../../read/where.js';
import { Tag } from '../tag/tag.entity.js';
import { PostConnection } from './post.connection.js';
import type { Post } from './post.entity.js';
import { listPostsOf } from './post.service.js';

const tagged: Where<Post> = {
  $sql: { sql: '{}.id in (select post_id from post_tags where tag_id = owner.id)', values: [] },
};

@Resolver(() => Tag)
export class PostsOfTagResolver {
  @Reads(Tag)
  @FieldResolver(() => PostConnection, {
    description: 'The posts that carry it, newest first, as far as the viewer may read them.',
  })
  posts(
    @Root() tag: Tag,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) args: PageArgs,
    @Asked() field: AskedField,
  ): Promise<Page<Post>> {
    return listPostsOf(ctx, tag, tagged, args, field);
  }
}
