import { useMutation } from '@apollo/client/react';
import { forgetPostLists } from '../api/cache';
import { type PostDetailFragment, UpdatePostDocument } from '../gql/graphql';
import type { PostDraft } from './post-draft';
import { parseTagNames } from './tag-names';

type Save = (id: string, draft: PostDraft, expectedVersion: number | null) => Promise<PostDetailFragment>;

/** Stores the draft, provided that the stored post still has the expected version. */
export function useSavePost(): Save {
  const [updatePost] = useMutation(UpdatePostDocument, { update: forgetPostLists });
  return async (id, { title, content, tags }, expectedVersion) => {
    const input = { title, content, tags: parseTagNames(tags), expectedVersion };
    const { data } = await updatePost({ variables: { id, input } });
    if (!data) throw new Error('The server did not return the post.');
    return data.updatePost;
  };
}
