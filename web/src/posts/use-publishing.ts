import { useMutation } from '@apollo/client/react';
import { forgetPostLists } from '../api/cache';
import { type PostDetailFragment, PublishPostDocument, UnpublishPostDocument } from '../gql/graphql';

export type Publishing = 'publish' | 'unpublish';

/** Makes a post public or a draft again. */
export function usePublishing(): (id: string, publishing: Publishing) => Promise<PostDetailFragment> {
  const [publishPost] = useMutation(PublishPostDocument, { update: forgetPostLists });
  const [unpublishPost] = useMutation(UnpublishPostDocument, { update: forgetPostLists });
  return async (id, publishing) => {
    const variables = { id };
    const post =
      publishing === 'publish'
        ? (await publishPost({ variables })).data?.publishPost
        : (await unpublishPost({ variables })).data?.unpublishPost;
    if (!post) throw new Error('The server did not return the post.');
    return post;
  };
}
