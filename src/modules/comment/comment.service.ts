import { ref } from '@mikro-orm/core';
import type { Context, Viewer } from '../../context.js';
import { forbidden, notFound } from '../../core/errors.js';
import { isId } from '../../core/id.js';
import type { Page, PageArgs, PageOrder } from '../../core/page.js';
import { inTransaction } from '../../core/transaction.js';
import type { AskedField } from '../../read/resolving.js';
import type { Selection } from '../../read/selection.js';
import { ofOwner } from '../../read/where.js';
import { recordEvent } from '../audit/audit.service.js';
import type { Post } from '../post/post.entity.js';
import { User } from '../user/user.entity.js';
import { viewerId } from '../user/user.service.js';
import { Comment } from './comment.entity.js';
import type { AddCommentInput, UpdateCommentArgs } from './comment.input.js';
import {
  canComment,
  canDeleteComment,
  canEditComment,
  canHideComment,
  canReadBody,
  readableComments,
} from './comment.policy.js';
import { heldParent, heldPost, lockComment, takeOut } from './comment-thread.service.js';

const oldestFirst: PageOrder<Comment> = { name: 'COMMENTS', property: 'createdAt', descending: false };

/** What stands on the post itself, oldest first. */
export const listCommentsOf = (
  ctx: Context,
  post: Post,
  args: PageArgs,
  field: AskedField,
): Promise<Page<Comment>> => {
  const where = { $and: [{ post: ofOwner, parent: null }, readableComments(ctx.viewer)] };
  return ctx.loaders.page.load({ owner: post.id, field, entity: Comment, where, order: oldestFirst, args });
};

/** What replies to a comment, oldest first. */
export const listReplies = (
  ctx: Context,
  comment: Comment,
  args: PageArgs,
  field: AskedField,
): Promise<Page<Comment>> => {
  const where = { $and: [{ parent: ofOwner }, readableComments(ctx.viewer)] };
  return ctx.loaders.page.load({
    owner: comment.id,
    field,
    entity: Comment,
    where,
    order: oldestFirst,
    args,
  });
};

/** Null when it is missing or the viewer may not read its post. */
export async function commentOrNull(ctx: Context, id: string, selection: Selection): Promise<Comment | null> {
  if (!isId(id)) return null;
  return ctx.read.one(Comment, { $and: [{ id }, readableComments(ctx.viewer)] }, selection);
}

export const bodyFor = (viewer: Viewer | null, comment: Comment): string =>
  canReadBody(viewer, comment) ? comment.body : '';

/** What was just written, as it is read. */
async function findComment(ctx: Context, id: string, selection: Selection): Promise<Comment> {
  const comment = await commentOrNull(ctx, id, selection);
  if (!comment) throw notFound('Comment');
  return comment;
}

export async function addComment(
  ctx: Context,
  input: AddCommentInput,
  selection: Selection,
): Promise<Comment> {
  const author = viewerId(ctx);
  await ctx.limits.spend('comment', author);
  const { id } = await inTransaction(ctx, async (tx) => {
    const post = await heldPost(tx, input.postId);
    if (!post) throw notFound('Post');
    if (!canComment(tx.viewer, post)) throw forbidden('Only what is published can be commented on.');
    const parent = input.parentId == null ? null : await heldParent(tx, post, input.parentId);
    return tx.em.create(Comment, {
      body: input.body,
      level: parent ? parent.level + 1 : 1,
      post: ref(post),
      parent: parent && ref(parent),
      author: ref(User, author),
      createdAt: tx.now,
      updatedAt: tx.now,
    });
  });
  return findComment(ctx, id, selection);
}

export async function updateComment(
  ctx: Context,
  { id, body }: UpdateCommentArgs,
  selection: Selection,
): Promise<Comment> {
  await ctx.limits.spend('comment', viewerId(ctx));
  await inTransaction(ctx, async (tx) => {
    const comment = await lockComment(tx, id);
    if (!canEditComment(tx.viewer, comment)) {
      throw forbidden('Only its author may change a comment, and not while it is hidden.');
    }
    if (body === comment.body) return;
    comment.body = body;
    comment.updatedAt = tx.now;
  });
  return findComment(ctx, id, selection);
}

export function deleteComment(ctx: Context, id: string): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    const comment = await lockComment(tx, id);
    if (!canDeleteComment(tx.viewer, comment)) throw forbidden('Only its author may delete a comment.');
    await takeOut(tx, comment);
    return id;
  });
}

/** Hiding what is hidden, and showing what is shown, changes nothing. */
export async function setCommentHidden(
  ctx: Context,
  id: string,
  hidden: boolean,
  selection: Selection,
): Promise<Comment> {
  await inTransaction(ctx, async (tx) => {
    const comment = await lockComment(tx, id);
    if (!canHideComment(tx.viewer, comment)) {
      throw forbidden("Only the post's author and editors may hide a comment.");
    }
    if (comment.hidden === hidden) return;
    comment.hidden = hidden;
    const action = hidden ? 'comment-hidden' : 'comment-shown';
    if (tx.viewer?.id !== comment.postAuthor) await recordEvent(tx, action, { subjectId: id });
  });
  return findComment(ctx, id, selection);
}
