import { createHash } from 'node:crypto';
import { GraphQLError } from 'graphql';
import type { Context } from '../../context.js';
import { slugify } from '../../core/slug.js';
import { Post } from '../post/post.entity.js';
import type { CreatePostInput } from '../post/post.input.js';
import { createPost, updatePost } from '../post/post.service.js';
import { publishPost } from '../post/post-publishing.service.js';
import { fitPost } from './fit-post.js';
import type { ForeignPost, Found, Skipped } from './foreign-post.js';
import { postReference } from './shortcodes.js';
import { takeCategory } from './take-category.js';
import { takeImages } from './take-images.js';

export type ImportOptions = {
  /** Says what would happen, and does nothing. */
  dryRun: boolean;
  /** Takes the source's text where it differs from what is here; what was here stays as a revision. */
  update: boolean;
};

/** What became of each post, by what names it at its origin. */
export type ImportReport = {
  imported: string[];
  updated: string[];
  unchanged: string[];
  skipped: Skipped[];
  /** What is not as it was, of posts that were taken over. */
  notes: { source: string; note: string }[];
};

/** A post, where it is to be found here, and what is there already. */
type Planned = { post: ForeignPost; id: string; slug: string; present: Post | undefined };

/**
 * Writes foreign posts as posts of the viewer, under their dates. A post that was imported before is known again, so
 * a second run adds nothing. One that cannot be written is reported, and the others are.
 */
export async function importPosts(
  ctx: Context,
  { posts, skipped }: Found,
  options: ImportOptions,
  onStep: () => void,
): Promise<ImportReport> {
  const report: ImportReport = { imported: [], updated: [], unchanged: [], skipped: [...skipped], notes: [] };
  const plan = await planned(ctx, posts);
  const addresses = addressesOf(plan);
  for (const each of plan) {
    const { source } = each.post;
    try {
      const { outcome, notes } = await importPost(ctx, each, addresses, options);
      report[outcome].push(source);
      report.notes.push(...notes.map((note) => ({ source, note })));
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      report.skipped.push({ source, reason: error.message });
    }
    onStep();
  }
  return report;
}

async function planned(ctx: Context, posts: ForeignPost[]): Promise<Planned[]> {
  const ids = posts.map(({ source }) => idOf(ctx, source));
  const present = new Map((await ctx.em.find(Post, { id: { $in: ids } })).map((post) => [post.id, post]));
  return posts.map((post, index) => {
    const id = ids[index] as string;
    const slug = present.get(id)?.slug ?? slugify(post.name ?? post.title, 'post');
    return { post, id, slug, present: present.get(id) };
  });
}

/** The same in every run: a UUID of version 8, of who imports what. */
function idOf(ctx: Context, source: string): string {
  const hash = createHash('sha256').update(`${ctx.viewer?.id} ${source}`).digest('hex');
  const [head, middle, tail] = [hash.slice(0, 12), hash.slice(13, 16), hash.slice(17, 32)];
  return `${head}8${middle}a${tail}`.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Where posts are found here, by the names that others refer to them with. */
function addressesOf(plan: Planned[]): Map<string, string> {
  const addresses = new Map<string, string>();
  for (const { post, slug } of plan) {
    const parts = post.source.replace(/\.\w+$/, '').split('/');
    const paths = parts.map((_, index) => parts.slice(index).join('/'));
    const undated = parts.at(-1)?.replace(/^\d{4}-\d{1,2}-\d{1,2}-/, '');
    for (const name of [...paths, undated, post.title, post.name]) {
      if (name) addresses.set(name, `/posts/${slug}`);
    }
  }
  return addresses;
}

type Imported = { outcome: 'imported' | 'updated' | 'unchanged'; notes: string[] };

async function importPost(
  ctx: Context,
  { post, id, slug, present }: Planned,
  addresses: Map<string, string>,
  { dryRun, update }: ImportOptions,
): Promise<Imported> {
  const addressed = post.content.replace(postReference, (_all, name: string) => addresses.get(name) ?? name);
  const images = await takeImages(ctx, { ...post, content: addressed }, dryRun);
  const { input, notes } = fitPost({ ...post, content: images.content });
  notes.push(...post.notes, ...images.notes);
  const differs = present && (present.title !== input.title || present.content !== input.content);
  if (differs && !update) {
    return { outcome: 'unchanged', notes: ['differs from what is here; --update takes it over'] };
  }
  if (present && !differs) return { outcome: 'unchanged', notes: [] };
  const outcome = present ? 'updated' : 'imported';
  const categoryId = await takeCategory(ctx, post.category, dryRun);
  if (dryRun) return { outcome, notes };
  const { coverId } = images;
  const place = { ...(categoryId && { categoryId }), ...(coverId && { coverId }) };
  if (present) await updatePost(ctx, id, { ...input, ...place });
  else notes.push(...(await write(ctx, { ...input, ...place }, { ...post, id, slug })));
  return { outcome, notes };
}

type Given = Pick<ForeignPost, 'isDraft' | 'publishedAt'> & { id: string; slug: string };

/** Writes the post as if it had been written then; returns what there is to say of its address. */
async function write(ctx: Context, given: CreatePostInput, { id, slug, ...post }: Given): Promise<string[]> {
  const then = post.publishedAt ?? ctx.now;
  const isFuture = then > ctx.now;
  const at: Context = isFuture ? ctx : Object.create(ctx, { now: { value: then } });
  const input = { ...given, publish: !post.isDraft && !isFuture };
  const notes: string[] = [];
  await createPost(at, { ...input, slug }, id).catch(async (error) => {
    if (!(error instanceof GraphQLError && error.extensions.code === 'CONFLICT')) throw error;
    const { slug: free } = await createPost(at, input, id);
    notes.push(`/posts/${slug} belongs to another post, so it is at /posts/${free}`);
  });
  if (isFuture && !post.isDraft) await publishPost(ctx, { id }, then);
  return notes;
}
