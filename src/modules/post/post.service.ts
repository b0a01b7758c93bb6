import { ref } from '@mikro-orm/core';
import type { Context } from '../../context.js';
import { badField, forbidden, notFound } from '../../core/errors.js';
import { isId, newId } from '../../core/id.js';
import type { Page, PageOrder } from '../../core/page.js';
import { inTransaction, reportMissingOwner } from '../../core/transaction.js';
import { exactlyOne } from '../../core/validation.js';
import type { AskedField } from '../../read/resolving.js';
import type { Selection } from '../../read/selection.js';
import { slugged, type Where } from '../../read/where.js';
import { Category } from '../category/category.entity.js';
import { findCategory } from '../category/category.service.js';
import { ownImage } from '../image/image.service.js';
import { findOrCreateTags, type TagNames, tagNames } from '../tag/tag.service.js';
import { User } from '../user/user.entity.js';
import { viewerId } from '../user/user.service.js';
import { Post, PostStatus } from './post.entity.js';
import { postsMatching } from './post.filter.js';
import { type CreatePostInput, PostOrder, type PostsArgs, type UpdatePostInput } from './post.input.js';
import { insertPost, type NewPost } from './post.insert.js';
import { canDeletePost, readablePosts } from './post.policy.js';
import { written } from './post.text.js';
import { applyChanges, changePost, checkVersion, lockPost, type Target } from './post-change.service.js';
import type { PostChanges } from './post-draft.entity.js';
import { draftInTheWay, saveDraft } from './post-draft.service.js';
import { publishedFrom } from './post-publishing.service.js';
import { freeSlug, plainSlug, reportTakenSlug, takenSlug } from './post-slug.service.js';

/** How often a free slug is looked for while others take it first. */
const mostAttempts = 5;

const orders: Record<PostOrder, PageOrder<Post>> = {
  NEWEST: { name: 'NEWEST', property: 'listedAt', descending: true },
  OLDEST: { name: 'OLDEST', property: 'listedAt', descending: false },
  RECENTLY_UPDATED: { name: 'RECENTLY_UPDATED', property: 'updatedAt', descending: true },
};

/** The posts that the viewer may read and the filter lets through. */
export async function listPosts(ctx: Context, args: PostsArgs, selection: Selection): Promise<Page<Post>> {
  const where = { $and: [readablePosts(ctx.viewer), postsMatching(args.filter)] };
  return ctx.read.page(Post, where, orders[args.orderBy ?? PostOrder.NEWEST], args, selection);
}

/** The same of one author, tag or the like: `whose` says with `ofOwner` or `owner.id` which posts are the owner's. */
export async function listPostsOf(
  ctx: Context,
  owner: { id: string },
  whose: Where<Post>,
  args: PostsArgs,
  field: AskedField,
): Promise<Page<Post>> {
  const where = { $and: [whose, readablePosts(ctx.viewer), postsMatching(args.filter)] };
  const order = orders[args.orderBy ?? PostOrder.NEWEST];
  return ctx.loaders.page.load({ owner: owner.id, field, entity: Post, where, order, args });
}

/** A post by id, or by a slug that it has or had; null when it is missing or the viewer may not read it. */
export async function postOrNull(
  ctx: Context,
  id: string | null,
  slug: string | null,
  selection: Selection,
): Promise<Post | null> {
  exactlyOne({ id, slug });
  if (id != null && !isId(id)) return null;
  const wanted = id != null ? { id } : slugged('post', slug as string);
  return ctx.read.one(Post, { $and: [wanted, readablePosts(ctx.viewer)] }, selection);
}

/**
 * A title gives a slug that is free; a slug that the writer asked for is theirs or CONFLICT. The id is for those who
 * must know their posts again.
 */
export async function createPost(ctx: Context, input: CreatePostInput, id = newId()): Promise<Post> {
  const tags = tagNames(input.tags ?? []);
  if (input.categoryId != null && !isId(input.categoryId)) throw notFound('Category');
  const cover = await ownImage(ctx, input.coverId, 'coverId');
  const post = newPost(ctx, id, input, cover);
  const quick = await insertPost(ctx.em, { post, tagKeys: [...tags.keys()] }).catch(reportMissingOwner);
  const saved = quick ? post : await insertWithCare(ctx, post, tags, input.slug ?? null);
  ctx.forget();
  // Like rows that are read for answering: relations that it does not have are loaded when they are asked for.
  return saved as Post;
}

function newPost(ctx: Context, id: string, input: CreatePostInput, cover: Post['cover']): NewPost {
  const draft = { status: PostStatus.DRAFT, publishedAt: null };
  return {
    id,
    slug: input.slug ?? plainSlug(input.title),
    title: input.title,
    ...written(input.content),
    ...(input.publish === false ? draft : publishedFrom(ctx.now, ctx.now)),
    createdAt: ctx.now,
    updatedAt: ctx.now,
    version: 1,
    author: ref(User, viewerId(ctx)),
    category: input.categoryId != null ? ref(Category, input.categoryId) : null,
    cover,
  };
}

/** Makes the tags that are new, and finds another slug when the title's own is taken: both are rare. */
function insertWithCare(
  ctx: Context,
  post: NewPost,
  tags: TagNames,
  wantedSlug: string | null,
): Promise<NewPost> {
  return inTransaction(ctx, async (tx) => {
    if (post.category) await findCategory(tx, post.category.id);
    await findOrCreateTags(tx, tags);
    await tx.em.flush();
    for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
      const placed = { ...post, slug: wantedSlug ?? (await freeSlug(tx, post.title)) };
      if (await insertPost(tx.em, { post: placed, tagKeys: [...tags.keys()] })) return placed;
      if (wantedSlug) throw takenSlug();
    }
    throw new Error(`No free slug was found in ${mostAttempts} attempts.`);
  });
}

/** Where the changes of a published post go; of other posts there is no copy, as nobody else reads them. */
type Destination = 'post' | 'draft' | 'whatever is newest';

/** A change of a published post that has a working copy goes into that, or is CONFLICT. */
export function updatePost(
  ctx: Context,
  id: string,
  { expectedVersion, ...input }: UpdatePostInput,
  into: Destination = 'post',
): Promise<Post> {
  const changes = givenOf(input);
  return changePost(ctx, { id, expectedVersion }, async (tx, post, draft) => {
    const goesIntoDraft = into === 'draft' || (into === 'whatever is newest' && draft);
    if (goesIntoDraft && post.status === PostStatus.PUBLISHED) return saveDraft(tx, post, draft, changes);
    if (draft) throw draftInTheWay();
    await applyChanges(tx, post, changes);
  }).catch(reportTakenSlug);
}

/** Without what is left out, for which null may stand as well, but where null takes something away. */
function givenOf(changes: PostChanges): PostChanges {
  const given = Object.entries(changes).filter(
    ([name, value]) => value != null || (value === null && ['categoryId', 'coverId'].includes(name)),
  );
  if (given.length > 0) return Object.fromEntries(given);
  const message = 'Nothing to change: give a title, content, tags, a category, a cover or a slug.';
  throw badField(['input'], 'REQUIRED', message);
}

export function deletePost(ctx: Context, target: Target): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    const { post, draft } = await lockPost(tx, target.id);
    if (!canDeletePost(tx.viewer, post)) throw forbidden('Only its author and editors may delete a post.');
    checkVersion(target, draft ?? post);
    tx.em.remove(post);
    return post.id;
  });
}
