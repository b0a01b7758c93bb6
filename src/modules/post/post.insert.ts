import type { EntityManager } from '@mikro-orm/postgresql';
import { inGroups } from '../../core/grouping.js';
import { newId } from '../../core/id.js';
import { runStatement, type Statement } from '../../core/transaction.js';
import type { Post } from './post.entity.js';
import { searchRowOf } from './post-search.row.js';

/** A post that has not been saved yet. */
export type NewPost = Omit<Post, 'tags' | 'listedAt' | 'draftedVersion' | 'commentCount'>;

type Tagged = { post: NewPost; tagKeys: string[] };

const columns =
  'id, slug, title, content, summary, reading_minutes, status, published_at, created_at, updated_at, version, author_id, category_id, cover_id';

/**
 * Each post with its tags and its first revision, or not at all. In the order of slugs, so that statements wait for
 * each other in one order.
 */
const statement: Statement = {
  name: 'insert-posts',
  text: `
    with new as (
      select * from json_to_recordset($1) as new (id uuid, slug text, title text, content text, summary text,
        reading_minutes int, status text, published_at timestamptz, created_at timestamptz, updated_at timestamptz,
        version int, author_id uuid, category_id uuid, cover_id uuid, tag_keys text[], search_text text, search_words tsvector,
        revision_id uuid)
    ), tagged as (
      select new.id as post_id, tags.id as tag_id from new join tags on tags.key = any(new.tag_keys)
    ), saved as (
      insert into posts (${columns})
      select ${columns} from new
      where cardinality(tag_keys) = (select count(*) from tagged where post_id = new.id)
        and not exists (select 1 from post_slugs former where former.slug = new.slug)
        and (category_id is null or category_id in (select id from categories))
      order by slug
      on conflict (slug) do nothing
      returning id, status
    ), links as (
      insert into post_tags (post_id, tag_id, published)
      select post_id, tag_id, status = 'PUBLISHED' from tagged join saved on saved.id = post_id
    ), found_by as (
      insert into post_search (post_id, title, text, words)
      select id, title, search_text,
        search_words || tag_words(array(select tag_id from tagged where post_id = new.id))
      from new where id in (select id from saved)
    ), revisions as (
      insert into post_revisions (id, post_id, version, title, content, created_at, author_id)
      select revision_id, id, version, title, content, created_at, author_id from new join saved using (id)
    )
    select id from saved`,
};

function rowOf({ post, tagKeys }: Tagged): object {
  const { text, words } = searchRowOf(post);
  const { readingMinutes, publishedAt, createdAt, updatedAt, author, category, cover, ...same } = post;
  return {
    ...same,
    reading_minutes: readingMinutes,
    published_at: publishedAt,
    created_at: createdAt,
    updated_at: updatedAt,
    author_id: author.id,
    category_id: category?.id,
    cover_id: cover?.id,
    tag_keys: tagKeys,
    search_text: text,
    search_words: words,
    revision_id: newId(),
  };
}

async function insertPosts(em: EntityManager, posts: Tagged[]): Promise<boolean[]> {
  const rows = await runStatement<{ id: string }>(em, statement, [JSON.stringify(posts.map(rowOf))]);
  const saved = new Set(rows.map(({ id }) => id));
  return posts.map(({ post }) => saved.has(post.id));
}

/**
 * Saves a post with its tags and first revision, and says whether it did: nothing is saved when a tag or the category
 * does not exist, or the slug leads to another post. Posts that come at the same time are saved together.
 */
export const insertPost = inGroups(insertPosts);
