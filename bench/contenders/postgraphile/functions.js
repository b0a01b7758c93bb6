/**
 * What PostGraphile cannot see in the tables, as its documentation adds it: functions of the database. They lie in
 * a schema of their own.
 */
export const functionsSchema = 'bench_postgraphile';

const userId = `nullif(current_setting('jwt.claims.user_id', true), '')::uuid`;
const slug = `trim(both '-' from regexp_replace(lower(write_post.title), '[^a-z0-9]+', '-', 'g'))`;
const summary = `left(regexp_replace(left(write_post.content, 1000), '\\s+', ' ', 'g'), 501)`;
const minutes = `greatest(1, cardinality(regexp_split_to_array(write_post.content, '\\s+')) / 250)`;

export const createFunctions = `
  drop schema if exists ${functionsSchema} cascade;
  create schema ${functionsSchema};

  create function ${functionsSchema}.posts_excerpt(post public.posts) returns text
    language sql stable as $$ select left(post.summary, 200) $$;

  create function ${functionsSchema}.viewer() returns public.users
    language sql stable as $$ select * from public.users where id = ${userId} $$;
  comment on function ${functionsSchema}.viewer is '@name viewer';

  create function ${functionsSchema}.write_post(title text, content text, tags text[]) returns public.posts
    language sql volatile as $$
    with post as (
      insert into public.posts (id, slug, title, content, summary, reading_minutes, status, published_at,
        created_at, updated_at, author_id)
      values (uuidv7(), ${slug}, write_post.title, write_post.content, ${summary}, ${minutes}, 'PUBLISHED',
        now(), now(), now(), ${userId})
      returning *
    ), links as (
      insert into public.post_tags (post_id, tag_id)
      select post.id, t.id from post, public.tags t where t.key = any(write_post.tags)
    )
    select * from post
  $$;
  comment on function ${functionsSchema}.write_post is '@name writePost';
`;
