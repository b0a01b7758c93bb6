import type { Context } from '../../context.js';
import { notFound } from '../../core/errors.js';
import { isId } from '../../core/id.js';
import type { Page, PageArgs, PageOrder } from '../../core/page.js';
import { emptyPage } from '../../read/page.js';
import type { AskedField } from '../../read/resolving.js';
import { ofOwner } from '../../read/where.js';
import type { Post } from './post.entity.js';
import { canEditPost } from './post.policy.js';
import { updatePost } from './post.service.js';
import type { Target } from './post-change.service.js';
import { PostRevision } from './post-revision.entity.js';

const newestFirst: PageOrder<PostRevision> = { name: 'REVISIONS', property: 'version', descending: true };

/** Others are not even told how many there are. */
export async function listRevisionsOf(
  ctx: Context,
  post: Post,
  args: PageArgs,
  field: AskedField,
): Promise<Page<PostRevision>> {
  if (!canEditPost(ctx.viewer, post)) return emptyPage(async () => 0);
  const where = { post: ofOwner };
  return ctx.loaders.page.load({
    owner: post.id,
    field,
    entity: PostRevision,
    where,
    order: newestFirst,
    args,
  });
}

/** Saves the words of a revision once more. What they replace is a revision too, so nothing is lost. */
export async function restorePostRevision(ctx: Context, { id, expectedVersion }: Target): Promise<Post> {
  const { title, content, post } = await findRevision(ctx, id);
  return updatePost(ctx, post.id, { title, content, expectedVersion }, 'whatever is newest');
}

async function findRevision(ctx: Context, id: string): Promise<PostRevision> {
  const revision = isId(id) ? await ctx.em.findOne(PostRevision, id, { populate: ['post'] }) : null;
  if (revision && canEditPost(ctx.viewer, revision.post.unwrap())) return revision;
  throw notFound('Revision');
}
