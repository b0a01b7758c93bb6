import { LockMode, ref } from '@mikro-orm/core';
import type { Context } from '../../context.js';
import { forbidden, notFound, staleVersion } from '../../core/errors.js';
import { isId } from '../../core/id.js';
import { inTransaction } from '../../core/transaction.js';
import { findCategory } from '../category/category.service.js';
import { ownImage } from '../image/image.service.js';
import { findOrCreateTags, tagNames } from '../tag/tag.service.js';
import { viewerId } from '../user/user.service.js';
import { Post } from './post.entity.js';
import { canEditPost, canReadPost } from './post.policy.js';
import { written } from './post.text.js';
import { type PostChanges, PostDraft } from './post-draft.entity.js';
import { PostRevision } from './post-revision.entity.js';
import { saveSearchRow } from './post-search.row.js';
import { moveTo } from './post-slug.service.js';

/** The post that is to change, and the version that was read of it or of its working copy, if the caller says. */
export type Target = { id: string; expectedVersion?: number | null | undefined };

/** False: nothing that readers see has changed. */
type Outcome = false | undefined;

type Change = (tx: Context, post: Post, draft: PostDraft | null) => Outcome | Promise<Outcome>;

/**
 * Loads and locks a post that the viewer may edit, with its working copy, applies `change`, and unless that says false
 * counts the version and keeps the new words as a revision.
 */
export function changePost(ctx: Context, target: Target, change: Change): Promise<Post> {
  return inTransaction(ctx, async (tx) => {
    const { post, draft } = await lockPost(tx, target.id);
    if (!canEditPost(tx.viewer, post)) throw forbidden('Only its author and editors may change a post.');
    checkVersion(target, draft ?? post);
    const { title, content } = post;
    if ((await change(tx, post, draft)) === false) return post;
    post.version = nextVersion(post);
    post.updatedAt = tx.now;
    if (post.title !== title || post.content !== content) {
      keepRevision(tx, post, post, post.version);
      await tx.em.flush();
      await saveSearchRow(tx.em, post);
    }
    return post;
  });
}

/** An unreadable post is reported as missing, so that ids cannot be probed. */
export async function lockPost(tx: Context, id: string): Promise<{ post: Post; draft: PostDraft | null }> {
  const post = isId(id) ? await tx.em.findOne(Post, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
  if (!post || !canReadPost(tx.viewer, post)) throw notFound('Post');
  const draft = post.draftedVersion > post.version ? await tx.em.findOne(PostDraft, { post }) : null;
  return { post, draft };
}

export function checkVersion({ expectedVersion }: Target, current: { version: number }): void {
  if (expectedVersion != null && expectedVersion !== current.version) throw staleVersion(current.version);
}

/** A number that neither the post nor a working copy of it has ever had, one that was discarded included. */
export const nextVersion = (post: Post): number => Math.max(post.version, post.draftedVersion) + 1;

export async function applyChanges(tx: Context, post: Post, changes: PostChanges): Promise<void> {
  if (changes.slug && changes.slug !== post.slug) await moveTo(tx, post, changes.slug);
  if (changes.title !== undefined) post.title = changes.title;
  if (changes.content !== undefined) Object.assign(post, written(changes.content));
  const { categoryId } = changes;
  if (categoryId !== undefined) {
    post.category = categoryId === null ? null : ref(await findCategory(tx, categoryId));
  }
  const { coverId } = changes;
  if (coverId !== undefined) post.cover = await ownImage(tx, coverId, 'coverId', post.author.id);
  if (changes.tags) {
    await post.tags.loadItems();
    post.tags.set(await findOrCreateTags(tx, tagNames(changes.tags)));
  }
}

type Words = Pick<Post, 'title' | 'content'>;

export function keepRevision(tx: Context, post: Post, { title, content }: Words, version: number): void {
  tx.em.create(PostRevision, { post, title, content, version, createdAt: tx.now, author: viewerId(tx) });
}
