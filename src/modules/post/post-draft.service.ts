import type { Context } from '../../context.js';
import { conflict } from '../../core/errors.js';
import { findCategory } from '../category/category.service.js';
import { ownImage } from '../image/image.service.js';
import { tagNames } from '../tag/tag.service.js';
import { User } from '../user/user.entity.js';
import { viewerId } from '../user/user.service.js';
import type { Post } from './post.entity.js';
import { canEditPost } from './post.policy.js';
import { applyChanges, changePost, keepRevision, nextVersion, type Target } from './post-change.service.js';
import { type PostChanges, PostDraft } from './post-draft.entity.js';
import { checkSlug } from './post-slug.service.js';

/** The working copy of a post, for those who may edit it; null for everyone else, and when there is none. */
export const draftOrNull = async (ctx: Context, post: Post): Promise<PostDraft | null> =>
  canEditPost(ctx.viewer, post) ? ctx.loaders.draftOfPost.load(post.id) : null;

/** The names of the tags that the post of a working copy will have, in the order of their keys. */
export async function tagsOfDraft(ctx: Context, { changes, post }: PostDraft): Promise<string[]> {
  if (changes.tags) return [...tagNames(changes.tags)].sort().map(([, name]) => name);
  return (await ctx.loaders.tagsOfPost.load(post.id)).map(({ name }) => name);
}

/** The id of the category that the post of a working copy will stand in. */
export const categoryOfDraft = ({ changes, post }: PostDraft): string | null | undefined =>
  changes.categoryId === undefined ? post.unwrap().category?.id : changes.categoryId;

/** What a post says with changes. */
export const wordsOf = (post: Post, { title = post.title, content = post.content }: PostChanges) => ({
  title,
  content,
});

/** Adds changes to the working copy of a locked post, which is made when there is none. The post stays as it is. */
export async function saveDraft(
  tx: Context,
  post: Post,
  draft: PostDraft | null,
  changes: PostChanges,
): Promise<false> {
  await checkChanges(tx, post, changes);
  const before = wordsOf(post, draft?.changes ?? {});
  const next = {
    changes: { ...draft?.changes, ...changes },
    version: nextVersion(post),
    updatedAt: tx.now,
    author: tx.em.getReference(User, viewerId(tx), { wrapped: true }),
  };
  if (draft) Object.assign(draft, next);
  else tx.em.create(PostDraft, { post, ...next });
  post.draftedVersion = next.version;
  const words = wordsOf(post, next.changes);
  if (words.title !== before.title || words.content !== before.content) {
    keepRevision(tx, post, words, next.version);
  }
  return false;
}

/** Nothing is reserved by that: what is taken or deleted meanwhile is told when the copy is published. */
async function checkChanges(
  tx: Context,
  post: Post,
  { tags, slug, categoryId, coverId }: PostChanges,
): Promise<void> {
  tagNames(tags ?? []);
  if (slug) await checkSlug(tx, post, slug);
  if (categoryId) await findCategory(tx, categoryId);
  await ownImage(tx, coverId, 'coverId', post.author.id);
}

export const draftInTheWay = () =>
  conflict(
    'This post has a working copy, which the change would not be in. Save with `draft: true`, or publish or discard the copy first.',
  );

/** A post becomes what its working copy says, which has done its work. */
export async function applyDraft(tx: Context, post: Post, draft: PostDraft): Promise<void> {
  await applyChanges(tx, post, draft.changes);
  tx.em.remove(draft);
}

/** Drops the working copy. Its words stay in the revisions. */
export function discardPostDraft(ctx: Context, target: Target): Promise<Post> {
  return changePost(ctx, target, (tx, _post, draft) => {
    if (draft) tx.em.remove(draft);
    return false;
  });
}
