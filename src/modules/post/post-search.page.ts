import { createHash } from 'node:crypto';
import type { Context } from '../../context.js';
import { decodeCursor } from '../../core/cursor.js';
import { highlight } from '../../core/highlight.js';
import { type Page, pageSize } from '../../core/page.js';
import { emptyPage, pageOf } from '../../read/page.js';
import type { StatementParts } from '../../read/read.js';
import { rowsOf, type Selection } from '../../read/selection.js';
import type { Where } from '../../read/where.js';
import { Post } from './post.entity.js';
import { postsMatching } from './post.filter.js';
import { readablePosts } from './post.policy.js';
import type { SearchPostsArgs } from './post-search.input.js';
import type { SearchQuery } from './post-search.query.js';

/**
 * Of words that stand in more posts than this, only the newest are ranked, and as many that have them in the title or
 * the tags: ranking reads all that a post is found by.
 */
const mostRanked = 500;

/**
 * What a match is worth in the text (C), in a tag (B) and in the title (A). So far apart that the better place counts
 * before any number of matches.
 */
const weights = '{0.001,0.001,0.1,1}';

/** Inside, ranks are whole numbers of nine digits at most, which cursors and comparisons hold exactly. */
const scale = 10_000_000;
const highestRank = 99;

/** How much of a text is looked at for a fragment: so much before the first match, and so much in all. */
const window = { before: 100, length: 600 };

/** A post, and the part of its text that was found at a place; 0 when it is not there. */
type Hit = { node: Post; rank: number; place: number; text: string | null };

/** The cursors of a search are of no use in another. */
const orderOf = ({ query }: SearchPostsArgs) => ({
  name: `search-${createHash('sha256').update(query).digest('base64url').slice(0, 12)}`,
  property: 'rank' as const,
  descending: true,
});

export const pageOfNone = (args: SearchPostsArgs): Page<Post> => {
  pageSize(args);
  return emptyPage(async () => 0);
};

/** A page of what the viewer may read of the posts that a query finds. */
export async function readHits(
  ctx: Context,
  query: SearchQuery,
  args: SearchPostsArgs,
  connection: Selection,
): Promise<Page<Post>> {
  const which = { $and: [readablePosts(ctx.viewer), postsMatching(args.filter)] };
  const count = () => countHits(ctx, query, which);
  const selection = rowsOf(connection);
  if (!selection) return emptyPage(count);
  const isMarked = connection.get('edges')?.has('highlight') ?? false;
  const hits = await ctx.read.found<Post, Hit>(Post, selection, (parts) =>
    hitsSql(parts, query, which, args, isMarked),
  );
  const rows = hits.map((hit) => ({ ...hit, id: hit.node.id }));
  const { pageInfo, edges } = pageOf(rows, orderOf(args), args, count);
  return {
    ...{ pageInfo, count, nodes: edges.map(({ node: hit }) => hit.node) },
    edges: edges.map(({ node: hit, cursor }) => ({
      ...{ node: hit.node, cursor, rank: hit.rank / scale },
      highlight: hit.text === null ? null : highlight(hit.text, query.lexemes, hit.place > window.before + 1),
    })),
  };
}

/** Best first; of equal rank what was saved last. Without `offset 0` PostgreSQL works out each rank several times. */
function hitsSql(
  { node, where, value }: StatementParts<Post>,
  { anywhere, ahead, place }: SearchQuery,
  which: Where<Post>,
  args: SearchPostsArgs,
  isMarked: boolean,
): string {
  const wanted = value(anywhere);
  const newest = (query: string) => `
    select s.post_id from post_search s join posts r on r.id = s.post_id
    where s.words @@ ${query}::tsquery and ${where('r', which)} order by r.listed_at desc limit ${mostRanked}`;
  const after = args.after != null ? decodeCursor(args.after, orderOf(args).name, 'number', 'after') : null;
  const bound = after ? `where (rank, post_id) < (${value(after.value)}::int, ${value(after.id)}::uuid)` : '';
  const found = isMarked ? `regexp_instr(s.text, ${value(place)}, 1, 1, 0, 'i')` : '0';
  const text = isMarked
    ? `substr(s.text, greatest(1, hit.place - ${window.before}), ${window.length})`
    : 'null';
  return `
    select json_build_object('node', ${node('r')}, 'rank', hit.rank, 'place', hit.place, 'text', ${text})
    from (
      select best.post_id, best.rank, ${found} as place
      from (
        select post_id, rank from (
          select s.post_id,
            (least(ts_rank_cd('${weights}', s.words, ${wanted}::tsquery, 1), ${highestRank}) * ${scale})::int as rank
          from post_search s where s.post_id in ((${newest(value(ahead))}) union (${newest(wanted)})) offset 0
        ) ranked ${bound} order by rank desc, post_id desc limit ${value(pageSize(args) + 1)}
      ) best join post_search s on s.post_id = best.post_id offset 0
    ) hit join posts r on r.id = hit.post_id join post_search s on s.post_id = r.id
    order by hit.rank desc, r.id desc`;
}

async function countHits(ctx: Context, { anywhere }: SearchQuery, which: Where<Post>): Promise<number> {
  const [count = 0] = await ctx.read.found<Post, number>(
    Post,
    new Map(),
    ({ where, value }) => `
      select count(*)::int from post_search s join posts r on r.id = s.post_id
      where s.words @@ ${value(anywhere)}::tsquery and ${where('r', which)}`,
  );
  return count;
}
