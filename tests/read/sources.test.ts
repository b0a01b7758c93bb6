import { join } from 'node:path';
import { rootFolder } from '../support/environment.ts';

const sourcesOf = async (text: string) => {
  const sources: typeof import('../../src/read/sources.ts') = await import(
    join(rootFolder, 'dist/src/read/sources.js')
  );
  return [...sources.sourcesOf(text)].sort();
};

describe('the tables of a statement', () => {
  it.each([
    ['select 1', []],
    ['select * from posts', ['posts']],
    ['SELECT 1 FROM posts p WHERE p.id = any($1) ORDER BY a, b LIMIT $2', ['posts']],
    ['select 1 from "posts" as "p" where "p"."id" in ($1, $2)', ['posts']],
    ['select count(*)::int from only posts', ['posts']],
    ['select 1 from posts\njoin users u on u.id = a left join tags on (true)', ['posts', 'tags', 'users']],
    ['select 1 from posts cross join lateral (select 2 from tags) t', ['posts', 'tags']],
    ['select a, (select max(b) from users), c from posts group by a, c', ['posts', 'users']],
    [
      'select 1 from posts where a in (select b from tags where c = (select d from users))',
      ['posts', 'tags', 'users'],
    ],
    ['select 1 from posts union select 2 from users', ['posts', 'users']],
    [`select json_build_object('a from b, c', r."id", 'user', (select 'it''s') ) from posts r`, ['posts']],
    [
      `select coalesce(json_agg(x.y order by x."y", z), '[]') from post_tags x join tags z on true`,
      ['post_tags', 'tags'],
    ],
    [
      'select (select 1 from (select r.id from posts r) page(item)) from unnest($1::uuid[]) owner(id)',
      ['posts'],
    ],
  ])('are found: %s', async (text, tables) => {
    expect(await sourcesOf(text)).toEqual(tables);
  });

  it.each([
    'select 1 from posts, users',
    'select 1 from posts p, users u',
    'select 1 from posts as p(a, b), users',
    'select 1 from posts p join users u on u.id = p.id, tags t',
    'select 1 from (select 1 from posts) x, tags',
    'select 1 from (posts cross join users)',
    'select 1 from (posts)',
    'select 1 from only (posts)',
    'select 1 from/**/posts',
    'select 1 from posts -- here\n, users',
    'select $a$ $a$ from posts',
    "select e'\\' ' from posts",
    'table posts',
    'select 1 from posts where exists (table users)',
    'select 1 from posts tablesample system(1)',
    'select count_everything() from posts',
    'select now() from posts',
    'select NOW ( ) from posts',
    'select clock_timestamp() from posts',
    'select current_date from posts',
    'select localtimestamp from posts',
    "select 'now'::timestamptz from posts",
    "select 'today'::date from posts",
    'select age(created_at) from posts',
    'select random() from posts',
    'select gen_random_uuid() from posts',
    'select current_user from posts',
    "select current_setting('a') from posts",
    "select nextval('a') from posts",
    'select 1 from generate_series(1, 2)',
    'select 1 from read_posts()',
  ])('cannot all be told: %s', async (text) => {
    expect(await sourcesOf(text)).toContain('?');
  });

  it.each([
    ['with x as (select 1 from posts) select * from x', ['posts', 'x']],
    ['select 1 from public.posts', ['public.posts']],
    ['select 1 from visible_posts', ['visible_posts']],
    ['select a is distinct from b from posts', ['b', 'posts']],
  ])('may have names that no table has, which is never announced: %s', async (text, names) => {
    expect(await sourcesOf(text)).toEqual(names);
  });
});
