import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import type { Tag } from '../tag/tag.entity.js';
import { PostTag } from './post.entity.js';

/** The tags of posts by post id, in alphabetical order. */
export function createTagsOfPostLoader(em: () => EntityManager): DataLoader<string, Tag[]> {
  return new DataLoader(async (postIds) => {
    const links = await em().find(
      PostTag,
      { post: { $in: [...postIds] } },
      { populate: ['tag'], strategy: 'joined', orderBy: { tag: { key: 'asc' } } },
    );
    const byPost = Map.groupBy(links, (link) => link.post.id);
    return postIds.map((id) => byPost.get(id)?.map((link) => link.tag.unwrap()) ?? []);
  });
}
