import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import type { Tag } from '../tag/tag.entity.js';
import { PostTag } from './post.entity.js';
import { PostDraft } from './post-draft.entity.js';

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

/** The working copies of posts by post id, with their posts; null where there is none. */
export function createDraftOfPostLoader(em: () => EntityManager): DataLoader<string, PostDraft | null> {
  return new DataLoader(async (postIds) => {
    const drafts = await em().find(PostDraft, { post: { $in: [...postIds] } }, { populate: ['post'] });
    const byPost = new Map(drafts.map((draft) => [draft.post.id, draft]));
    return postIds.map((id) => byPost.get(id) ?? null);
  });
}
