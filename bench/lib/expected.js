import pg from 'pg';
import { createRandom } from './words.js';

const sampledPosts = 5_000;

const author = `json_build_object('id', u.id, 'username', u.username, 'displayName', u.display_name)`;
const tagsOf = (fields) =>
  `(select json_agg(json_build_object(${fields}) order by t.key)
    from post_tags l join tags t on t.id = l.tag_id where l.post_id = p.id)`;

const homeSql = `
  select p.id, p.slug, p.title, p.summary, p.published_at as "publishedAt", ${author} as author,
    ${tagsOf(`'id', t.id, 'name', t.name, 'slug', t.slug`)} as tags
  from posts p join users u on u.id = p.author_id
  where p.status = 'PUBLISHED' order by p.listed_at desc, p.id desc limit 20`;

/** The first ten of those that reply to no other. */
const comments = `(
  select json_agg(json_build_object('id', c.id, 'body', c.body, 'createdAt', c.created_at, 'author', c.author)
    order by c.created_at, c.id)
  from (select c.*, ${author} as author from comments c join users u on u.id = c.author_id
    where c.post_id = p.id and c.parent_id is null order by c.created_at, c.id limit 10) c)`;

const postsSql = `
  select p.slug, json_build_object('id', p.id, 'title', p.title, 'content', p.content,
    'publishedAt', p.published_at, 'author', ${author},
    'tags', ${tagsOf(`'name', t.name, 'slug', t.slug`)}, 'comments', ${comments}) as post
  from posts p join users u on u.id = p.author_id where p.slug = any($1)`;

const usersSql = `
  select u.id as "userId", s.id as "sessionId", u.role,
    json_build_object('id', u.id, 'username', u.username, 'displayName', u.display_name,
      'email', u.email, 'role', u.role) as viewer
  from users u join sessions s on s.user_id = u.id order by u.username`;

/** What right answers hold, asked of the database and not of any contender. */
export async function readExpected(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const rows = async (sql, values) => (await client.query(sql, values)).rows;
    const talkedAbout = 'select slug from posts where id in (select post_id from comments) order by slug';
    const slugs = (await rows(talkedAbout)).map((row) => row.slug);
    return {
      home: await rows(homeSql),
      posts: await rows(postsSql, [sampleOf(slugs, sampledPosts)]),
      users: await rows(usersSql),
      tags: (await rows('select name from tags order by name')).map((row) => row.name),
    };
  } finally {
    await client.end();
  }
}

function sampleOf(list, size) {
  const random = createRandom(5);
  const left = [...list];
  while (left.length > size) {
    // Drawn from anywhere, replaced by the last: every subset is as likely.
    const place = Math.floor(random() * left.length);
    left[place] = left.at(-1);
    left.pop();
  }
  return left;
}
