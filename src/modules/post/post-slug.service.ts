import type { Context } from '../../context.js';
import { type AppError, conflict } from '../../core/errors.js';
import { freeSlugs, slugify } from '../../core/slug.js';
import { lockName, takenConstraint } from '../../core/transaction.js';
import { Post, PostSlug } from './post.entity.js';

/** What a title gives when nobody has it yet. */
export const plainSlug = (title: string): string => slugify(title, 'post');

/** The plain slug, or the next free one with a number; others who look for one wait until this transaction ends. */
export async function freeSlug(tx: Context, title: string): Promise<string> {
  const slug = plainSlug(title);
  await lockName(tx.em, `post ${slug.replace(/(-\d+)+$/, '')}`);
  const [free = slug] = await freeSlugs(tx.em, [Post, PostSlug], [slug]);
  return free;
}

/** The old slug leads on to the post from now. One that leads on to another post is CONFLICT. */
export async function moveTo(tx: Context, post: Post, slug: string): Promise<void> {
  await checkFormerSlugs(tx, post, slug);
  await tx.em.nativeDelete(PostSlug, { slug });
  await tx.em.upsert(PostSlug, { slug: post.slug, owner: post.id });
  post.slug = slug;
}

/** CONFLICT when the slug leads to another post. */
export async function checkSlug(tx: Context, post: Post, slug: string): Promise<void> {
  await checkFormerSlugs(tx, post, slug);
  if (await tx.em.count(Post, { slug, id: { $ne: post.id } })) throw takenSlug();
}

async function checkFormerSlugs(tx: Context, post: Post, slug: string): Promise<void> {
  const former = await tx.em.findOne(PostSlug, { slug });
  if (former && former.owner.id !== post.id) throw takenSlug();
}

/** The unique constraint decides; a slug that another post has is CONFLICT. */
export function reportTakenSlug(error: unknown): never {
  throw takenConstraint(error) === 'posts_slug_unique' ? takenSlug() : error;
}

/** The same for the slug of a working copy, which nobody keeps free. */
export function reportSlugTakenMeanwhile(error: unknown): never {
  const message =
    'The slug of the working copy belongs to another post by now. Save another with `draft: true`, or discard the copy.';
  throw takenConstraint(error) === 'posts_slug_unique' ? conflict(message) : error;
}

export function takenSlug(): AppError {
  const message = 'This slug leads to another post. Choose another, or leave it out.';
  return conflict(message, [{ path: ['input', 'slug'], code: 'TAKEN', message }]);
}
