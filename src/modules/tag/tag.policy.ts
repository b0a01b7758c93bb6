import type { Viewer } from '../../context.js';
import type { Where } from '../../read/where.js';
import type { Tag } from './tag.entity.js';

/** Tags of published posts. */
export const usedTags: Where<Tag> = {
  $sql: { sql: 'exists (select 1 from post_tags where tag_id = {}.id and published)', values: [] },
};

/** Who reads a post knows its tags, and nobody else: a tag that only drafts carry is for their authors. */
export const readableTags = (viewer: Viewer | null): Where<Tag> =>
  viewer ? { $or: [usedTags, tagsOfAuthor(viewer.id)] } : usedTags;

const tagsOfAuthor = (author: string): Where<Tag> => ({
  $sql: {
    sql: '{}.id in (select tag_id from post_tags join posts on posts.id = post_id where author_id = ?)',
    values: [author],
  },
});
