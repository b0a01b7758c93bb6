import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { type Page, PageArgs } from '../../core/page.js';
import { Reads } from '../../read/reads.js';
import { Asked, type AskedField } from '../../read/resolving.js';
import { Post } from './post.entity.js';
import { PostRevisionConnection } from './post-revision.connection.js';
import type { PostRevision } from './post-revision.entity.js';
import { listRevisionsOf } from './post-revision.service.js';

@Resolver(() => Post)
export class RevisionsOfPostResolver {
  @Reads(Post, 'author', 'status')
  @FieldResolver(() => PostRevisionConnection, {
    description:
      'Its words as they were saved, newest first, for those who may edit it; empty for everyone else.',
  })
  revisions(
    @Root() post: Post,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) args: PageArgs,
    @Asked() field: AskedField,
  ): Promise<Page<PostRevision>> {
    return listRevisionsOf(ctx, post, args, field);
  }
}
