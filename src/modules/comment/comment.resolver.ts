import { Arg, Args, Authorized, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { type Page, PageArgs } from '../../core/page.js';
import { Reads } from '../../read/reads.js';
import { Asked, type AskedField, Selected } from '../../read/resolving.js';
import type { Selection } from '../../read/selection.js';
import { CommentConnection } from './comment.connection.js';
import { Comment } from './comment.entity.js';
import { AddCommentInput, UpdateCommentArgs } from './comment.input.js';
import { canDeleteComment, canEditComment, canHideComment, canReply } from './comment.policy.js';
import {
  addComment,
  bodyFor,
  commentOrNull,
  deleteComment,
  listReplies,
  setCommentHidden,
  updateComment,
} from './comment.service.js';

@Resolver(() => Comment)
export class CommentResolver {
  @Query(() => Comment, {
    nullable: true,
    description: 'A comment; null when it is missing or the viewer may not read its post.',
  })
  comment(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The id of the comment.' }) id: string,
    @Selected() selection: Selection,
  ): Promise<Comment | null> {
    return commentOrNull(ctx, id, selection);
  }

  @Authorized()
  @Mutation(() => Comment, {
    description:
      'Comments on a published post, or replies to a comment of it. RATE_LIMITED after 30 comments and changes in 10 minutes. Signed-in users.',
  })
  addComment(
    @Ctx() ctx: Context,
    @Arg('input', () => AddCommentInput, { description: 'The new comment.' }) input: AddCommentInput,
    @Selected() selection: Selection,
  ): Promise<Comment> {
    return addComment(ctx, input, selection);
  }

  @Authorized()
  @Mutation(() => Comment, {
    description:
      'Changes the text of a comment; limited together with `addComment`. Its author, as long as it is not hidden.',
  })
  updateComment(
    @Ctx() ctx: Context,
    @Args(() => UpdateCommentArgs) args: UpdateCommentArgs,
    @Selected() selection: Selection,
  ): Promise<Comment> {
    return updateComment(ctx, args, selection);
  }

  @Authorized()
  @Mutation(() => ID, {
    description:
      'Deletes a comment for good and returns its id. When it has replies its place stays, without text and name. Its author.',
  })
  deleteComment(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The comment to delete.' }) id: string,
  ): Promise<string> {
    return deleteComment(ctx, id);
  }

  @Authorized()
  @Mutation(() => Comment, {
    description:
      "Hides a comment from everyone but its author and those who may hide it, or shows it again. The post's author, EDITOR, ADMIN.",
  })
  setCommentHidden(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The comment to hide or to show.' }) id: string,
    @Arg('hidden', () => Boolean, { description: 'False shows it again.' }) hidden: boolean,
    @Selected() selection: Selection,
  ): Promise<Comment> {
    return setCommentHidden(ctx, id, hidden, selection);
  }

  @Reads(Comment, 'body', 'hidden', 'author', 'postAuthor')
  @FieldResolver(() => String, {
    description:
      'Markdown, exactly as it was written. Empty when it is deleted; when it is hidden, but for its author and those who may hide it.',
  })
  body(@Root() comment: Comment, @Ctx() ctx: Context): string {
    return bodyFor(ctx.viewer, comment);
  }

  @Reads(Comment, 'body', 'hidden', 'author', 'postAuthor')
  @FieldResolver(() => String, {
    description: 'The body as HTML that is safe to show, like `Post.html`; empty where `body` is.',
  })
  async html(@Root() comment: Comment, @Ctx() ctx: Context): Promise<string> {
    return (await ctx.renderMarkdown(bodyFor(ctx.viewer, comment))).html;
  }

  @Reads(Comment)
  @FieldResolver(() => CommentConnection, {
    description: 'Its replies, oldest first; hidden and deleted ones keep their places.',
  })
  replies(
    @Root() comment: Comment,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) args: PageArgs,
    @Asked() field: AskedField,
  ): Promise<Page<Comment>> {
    return listReplies(ctx, comment, args, field);
  }

  @Reads(Comment, 'author', 'hidden', 'deleted', 'level', 'postAuthor')
  @FieldResolver(() => Boolean, {
    description: 'Whether the viewer may reply to it, as long as the post is published.',
  })
  viewerCanReply(@Root() comment: Comment, @Ctx() ctx: Context): boolean {
    return canReply(ctx.viewer, comment);
  }

  @Reads(Comment, 'author', 'hidden', 'deleted')
  @FieldResolver(() => Boolean, { description: 'Whether the viewer may change its text.' })
  viewerCanEdit(@Root() comment: Comment, @Ctx() ctx: Context): boolean {
    return canEditComment(ctx.viewer, comment);
  }

  @Reads(Comment, 'author', 'deleted')
  @FieldResolver(() => Boolean, { description: 'Whether the viewer may delete it.' })
  viewerCanDelete(@Root() comment: Comment, @Ctx() ctx: Context): boolean {
    return canDeleteComment(ctx.viewer, comment);
  }

  @Reads(Comment, 'postAuthor', 'deleted')
  @FieldResolver(() => Boolean, { description: 'Whether the viewer may hide it, and show it again.' })
  viewerCanHide(@Root() comment: Comment, @Ctx() ctx: Context): boolean {
    return canHideComment(ctx.viewer, comment);
  }
}
