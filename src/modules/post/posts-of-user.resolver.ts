import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import type { Page } from '../../core/page.js';
import { Reads } from '../../read/reads.js';
import { Asked, type AskedField } from '../../read/resolving.js';
import { ofOwner } from '../../read/where.js';
import { User } from '../user/user.entity.js';
import { PostConnection } from './post.connection.js';
import type { Post } from './post.entity.js';
import { PostsArgs } from './post.input.js';
import { listPostsOf } from './post.service.js';

@Resolver(() => User)
export class PostsOfUserResolver {
  @Reads(User)
  @FieldResolver(() => PostConnection, { description: 'What they wrote, as far as the viewer may read it.' })
  posts(
    @Root() user: User,
    @Ctx() ctx: Context,
    @Args(() => PostsArgs) args: PostsArgs,
    @Asked() field: AskedField,
  ): Promise<Page<Post>> {
    return listPostsOf(ctx, user, { author: ofOwner }, args, field);
  }
}
