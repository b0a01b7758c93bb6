import { Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { type Page, PageArgs } from '../../core/page.js';
import { Reads } from '../../read/reads.js';
import { Asked, type AskedField } from '../../read/resolving.js';
import { Post } from '../post/post.entity.js';
import { CommentConnection } from './comment.connection.js';
import type { Comment } from './comment.entity.js';
import { listCommentsOf } from './comment.service.js';

@Resolver(() => Post)
export class CommentsOfPostResolver {
  @FieldResolver(() => Int, {
    description: 'Comments and replies, without those that are hidden or deleted: the same for everyone.',
  })
  commentCount(@Root() post: Post, @Ctx() ctx: Context): number | Promise<number> {
    return post.commentCount ?? ctx.loaders.value.load(Post, 'commentCount', post.id);
  }

  @Reads(Post)
  @FieldResolver(() => CommentConnection, {
    description:
      'Comments on the post itself, oldest first, each with its replies; hidden and deleted ones keep their places.',
  })
  comments(
    @Root() post: Post,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) args: PageArgs,
    @Asked() field: AskedField,
  ): Promise<Page<Comment>> {
    return listCommentsOf(ctx, post, args, field);
  }
}
