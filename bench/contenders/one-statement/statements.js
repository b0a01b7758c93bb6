/*
 * PostgreSQL writes the JSON by joining text: ugly, and on these pages a third faster than json_build_object. A
 * limit should be one.
 */
const quoted = (column) => `'"' || ${column} || '"'`;
const json = (column) => `coalesce(to_json(${column})::text, 'null')`;

const object = (fields) => {
  const pairs = Object.entries(fields).map(([name, value]) => `'"${name}":' || ${value}`);
  return `'{' || ${pairs.join(` || ',' || `)} || '}'`;
};

const author = object({
  id: quoted('u.id'),
  username: json('u.username'),
  displayName: json('u.display_name'),
});

const tags = (fields) => `'[' || coalesce((
  select string_agg(${object(fields)}, ',' order by t.key)
  from post_tags l join tags t on t.id = l.tag_id where l.post_id = p.id), '') || ']'`;

const cursor = `translate(encode(convert_to(p.listed_at::text || ' ' || p.id, 'UTF8'), 'base64'), E'+/=\\n', '-_')`;

const listed = object({
  id: quoted('p.id'),
  slug: quoted('p.slug'),
  title: json('p.title'),
  excerpt: json('p.excerpt'),
  publishedAt: json('p.published_at'),
  author,
  tags: tags({ id: quoted('t.id'), name: json('t.name'), slug: quoted('t.slug') }),
});

/** The 20 newest posts. A 21st is looked for, to know whether more follows. */
export const home = `
  select '{"posts":{"nodes":[' || coalesce(string_agg(${listed}, ',') filter (where p.place <= 20), '') ||
    '],"pageInfo":{"hasNextPage":' || (count(*) > 20)::text || ',"endCursor":' ||
    coalesce('"' || max(${cursor}) filter (where p.place = 20) || '"', 'null') || '}}}'
  from (select id, slug, title, left(summary, 200) as excerpt, published_at, listed_at, author_id,
      row_number() over (order by listed_at desc, id desc) as place
    from posts where status = 'PUBLISHED' order by listed_at desc, id desc limit 21) p
  join users u on u.id = p.author_id`;

const comments = `'{"nodes":[' || coalesce((
  select string_agg(${object({ id: quoted('c.id'), body: json('c.body'), createdAt: json('c.created_at'), author })},
    ',' order by c.created_at, c.id)
  from (select id, body, created_at, author_id from comments
    where post_id = p.id and parent_id is null order by comments.created_at, comments.id limit 10) c
  join users u on u.id = c.author_id), '') || ']}'`;

const read = object({
  id: quoted('p.id'),
  title: json('p.title'),
  content: json('p.content'),
  publishedAt: json('p.published_at'),
  author,
  tags: tags({ name: json('t.name'), slug: quoted('t.slug') }),
  comments,
});

export const readPost = `
  select '{"post":' || coalesce((select ${read} from posts p join users u on u.id = p.author_id
    where p.slug = $1 and p.status = 'PUBLISHED'), 'null') || '}'`;

const viewer = object({
  id: quoted('id'),
  username: json('username'),
  displayName: json('display_name'),
  email: json('email'),
  role: quoted('role'),
});

export const me = `select '{"viewer":' || coalesce((select ${viewer} from users where id = $1), 'null') || '}'`;
