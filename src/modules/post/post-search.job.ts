import { setImmediate } from 'node:timers/promises';
import type { JobContext } from '../../context.js';
import { inTransaction } from '../../core/transaction.js';
import type { JobKind } from '../../platform/jobs.js';
import type { Post } from './post.entity.js';
import { saveSearchRow } from './post-search.row.js';

/** Posts in a transaction, and transactions in a job: a job takes seconds, and at worst a minute. */
const batchSize = 50;
const batchesPerJob = 20;

/** Makes posts found that others than Inkstone have written, or an Inkstone that could not search yet. */
export const indexPosts: JobKind<object, JobContext> = {
  name: 'index-posts',
  retries: 5,
  run: async (ctx) => {
    let indexed = 0;
    for (let batch = 0; batch < batchesPerJob; batch += 1) {
      const count = await inTransaction(ctx, indexSome);
      indexed += count;
      if (count < batchSize) break;
    }
    if (indexed === 0) return;
    ctx.log.info({ indexed }, 'posts can be found by search now');
    await ctx.jobs.enqueue(ctx.em, indexPosts, {});
  },
};

/** Processes that are at it together take different posts, and nobody changes a post between reading and saving. */
async function indexSome({ em }: JobContext): Promise<number> {
  const posts = await em.execute<Pick<Post, 'id' | 'title' | 'content'>[]>(`
    select id, title, content from posts
    where not exists (select 1 from post_search where post_id = posts.id)
    order by id limit ${batchSize} for no key update of posts skip locked`);
  for (const post of posts) {
    await saveSearchRow(em, post);
    // A long text takes 20 ms: requests have their turn between two of them.
    await setImmediate();
  }
  return posts.length;
}
