import { v7 } from 'uuid';

/** A slug as the packages for it make it: lower case, hyphens between words. */
export const slugify = (text) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

export const summaryOf = (content) =>
  content
    .slice(0, 1_000)
    .replace(/[#*_`>[\]]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 501);

export const readingMinutesOf = (content) => Math.max(1, Math.round(content.split(/\s+/).length / 250));

/** The values of a new post, in the order of `insertPost`. */
export function postValues(authorId, { title, content, tags }) {
  const slug = slugify(title);
  const values = [v7(), slug, title, content, summaryOf(content), readingMinutesOf(content)];
  return [...values, new Date(), authorId, (tags ?? []).map((tag) => tag.trim().toLowerCase())];
}

/** Post and tags in one statement, which is a transaction by itself. No row comes back when the slug is taken. */
const writing = `
  with post as (
    insert into posts (id, slug, title, content, summary, reading_minutes, status, published_at, created_at,
      updated_at, author_id)
    values ($1, $2, $3, $4, $5, $6, 'PUBLISHED', $7, $7, $7, $8)
    on conflict (slug) do nothing returning id, slug, title, version
  ), links as (
    insert into post_tags (post_id, tag_id)
    select post.id, tags.id from post, tags where tags.key = any($9::text[])
  )`;

export const insertPost = `${writing} select id, slug, title, version from post`;

/** The same, answered as the JSON of the whole GraphQL answer. */
export const insertPostAsJson = `${writing} select json_build_object('createPost', row_to_json(post))::text from post`;
