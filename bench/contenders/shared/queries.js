import { insertPost, postValues, slugify } from './writing.js';

const userColumns = 'id, username, display_name as "displayName", bio, email, role';
const postColumns =
  'id, slug, title, status, left(summary, 200) as excerpt, published_at as "publishedAt", version, author_id as "authorId"';

/** Prepared statements, as a careful writer of plain SQL would have them. Lists leave the long texts where they are. */
export function createQueries(pool) {
  const rows = async (name, text, values) => (await pool.query({ name, text, values })).rows;

  return {
    async posts(first, after) {
      const [moment, id] = after ? Buffer.from(after, 'base64url').toString().split(' ') : [null, null];
      const found = await rows(
        after ? 'posts-after' : 'posts',
        `select ${postColumns}, listed_at as "listedAt" from posts where status = 'PUBLISHED'
         ${after ? 'and (listed_at, id) < ($2, $3)' : ''} order by listed_at desc, id desc limit $1`,
        after ? [first + 1, moment, id] : [first + 1],
      );
      const nodes = found.slice(0, first);
      const last = nodes.at(-1);
      const endCursor = last
        ? Buffer.from(`${last.listedAt.toISOString()} ${last.id}`).toString('base64url')
        : null;
      return { nodes, pageInfo: { hasNextPage: found.length > first, endCursor } };
    },

    async post(slug) {
      const text = `select ${postColumns}, content from posts where slug = $1 and status = 'PUBLISHED'`;
      const [found] = await rows('post', text, [slug]);
      return found ?? null;
    },

    contents: (ids) => rows('contents', 'select id, content from posts where id = any($1)', [ids]),

    users: (ids) => rows('users', `select ${userColumns} from users where id = any($1)`, [ids]),

    tags: (postIds) =>
      rows(
        'tags',
        `select l.post_id as "postId", t.id, t.name, t.slug from post_tags l join tags t on t.id = l.tag_id
         where l.post_id = any($1) order by t.key`,
        [postIds],
      ),

    /** The first so many of each post, oldest first, without replies. */
    comments: (postIds, first) =>
      rows(
        'comments',
        `select c.* from unnest($1::uuid[]) post(id) cross join lateral (
           select id, body, created_at as "createdAt", author_id as "authorId", post_id as "postId" from comments
           where post_id = post.id and parent_id is null order by comments.created_at, comments.id limit $2) c`,
        [postIds, first],
      ),

    async createPost(userId, input) {
      if (!userId) throw new Error('Sign in first.');
      const values = postValues(userId, input);
      const [post] = await rows('insert-post', insertPost, values);
      if (post) return post;
      values[1] = `${slugify(input.title)}-${values[0].slice(-12)}`;
      const [renamed] = await rows('insert-post', insertPost, values);
      return renamed;
    },
  };
}

/** For loaders: the rows in the order of the keys that asked for them. */
export function inOrder(keys, rows, keyOf) {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => byKey.get(key) ?? null);
}

export function groupsInOrder(keys, rows, keyOf) {
  const groups = Map.groupBy(rows, keyOf);
  return keys.map((key) => groups.get(key) ?? []);
}
