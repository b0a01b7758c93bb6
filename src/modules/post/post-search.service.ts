import type { Context } from '../../context.js';
import type { Page } from '../../core/page.js';
import type { Selection } from '../../read/selection.js';
import type { Post } from './post.entity.js';
import type { SearchPostsArgs } from './post-search.input.js';
import { pageOfNone, readHits } from './post-search.page.js';
import { searchQueryOf } from './post-search.query.js';
import { withSimilarWords } from './post-search.similar.js';
import { termsOf } from './post-search.words.js';

/** The posts that the viewer may read and that have all words of the query, or similar ones when there are none. */
export async function searchPosts(
  ctx: Context,
  args: SearchPostsArgs,
  selection: Selection,
): Promise<Page<Post>> {
  const terms = termsOf(args.query);
  if (terms.length === 0) return pageOfNone(args);
  const page = await readHits(ctx, await searchQueryOf(ctx, terms), args, selection);
  if (page.edges.length > 0 || (await page.count()) > 0) return page;
  const similar = await withSimilarWords(ctx, terms);
  return similar ? readHits(ctx, await searchQueryOf(ctx, similar), args, selection) : page;
}
