import type { Context, JobContext } from '../../context.js';
import { badField, conflict } from '../../core/errors.js';
import { runStatement, type Statement } from '../../core/transaction.js';
import type { JobKind } from '../../platform/jobs.js';
import { Post, PostStatus } from './post.entity.js';
import { changePost, type Target } from './post-change.service.js';
import { applyDraft } from './post-draft.service.js';
import { reportSlugTakenMeanwhile } from './post-slug.service.js';

/** Beyond these a date is a slip: no century has three digits here, and nobody plans further ahead. */
const earliestDate = new Date('1000-01-01T00:00:00Z');
const mostYearsAhead = 10;

/** In the order of ids, so that processes that are at it together wait for each other instead of in a circle. */
const publishDue: Statement = {
  name: 'publish-due-posts',
  text: `
    update posts set status = 'PUBLISHED', version = version + 1, updated_at = now()
    where id in (
      select id from posts where status = 'SCHEDULED' and listed_at <= now() order by id for update
    )`,
};

/**
 * Publishes what is due, by the clock of the database, which also says when the job is. It looks at the posts and not
 * at what was once planned, so it is never wrong, however often and late it comes.
 */
export const publishDuePosts: JobKind<object, JobContext> = {
  name: 'publish-due-posts',
  retries: 20,
  run: async (ctx) => {
    await runStatement(ctx.em, publishDue, []);
  },
};

/** What a post is that everyone may read from `at` on. */
export const publishedFrom = (at: Date, now: Date): Pick<Post, 'status' | 'publishedAt'> => ({
  status: at > now ? PostStatus.SCHEDULED : PostStatus.PUBLISHED,
  publishedAt: at,
});

/** With its working copy. A published post keeps its date unless another is given. */
export function publishPost(ctx: Context, target: Target, at: Date | null): Promise<Post> {
  if (at) checkDate(at, ctx.now);
  return changePost(ctx, target, async (tx, post, draft) => {
    const isPublic = post.status === PostStatus.PUBLISHED;
    const keepsDate = at ? at.getTime() === post.publishedAt?.getTime() : isPublic;
    if (keepsDate && !draft) return false;
    if (isPublic && at && at > tx.now) throw alreadyPublic();
    if (draft) await applyDraft(tx, post, draft);
    if (!keepsDate) Object.assign(post, publishedFrom(at ?? tx.now, tx.now));
    await planPublication(tx, post);
  }).catch(reportSlugTakenMeanwhile);
}

/** Sees to it that a scheduled post is published when its moment comes. */
async function planPublication({ jobs, em }: Context, { status, publishedAt }: Post): Promise<void> {
  if (status !== PostStatus.SCHEDULED || !publishedAt) return;
  await jobs.enqueue(em, publishDuePosts, {}, { after: publishedAt });
}

/** Plans anew what is scheduled, where the jobs of before are not. */
export async function planPublications(tx: Context): Promise<void> {
  for (const post of await tx.em.find(Post, { status: PostStatus.SCHEDULED }))
    await planPublication(tx, post);
}

const alreadyPublic = () =>
  conflict(
    'This post is published already. Unpublish it first, then give the moment when it is to come back.',
  );

function checkDate(at: Date, now: Date): void {
  const latest = new Date(now);
  latest.setUTCFullYear(now.getUTCFullYear() + mostYearsAhead);
  if (at >= earliestDate && at <= latest) return;
  const message = `A post can be dated from the year 1000 to ${mostYearsAhead} years ahead.`;
  throw badField(['at'], 'RANGE', message);
}

/** Takes back what is published or scheduled, with its working copy. Unpublishing a draft changes nothing. */
export function unpublishPost(ctx: Context, target: Target): Promise<Post> {
  return changePost(ctx, target, async (tx, post, draft) => {
    if (post.status === PostStatus.DRAFT) return false;
    if (draft) await applyDraft(tx, post, draft);
    post.status = PostStatus.DRAFT;
    post.publishedAt = null;
  }).catch(reportSlugTakenMeanwhile);
}
