import type { WatchQueryFetchPolicy } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useNavigationType } from 'react-router';
import { type PostFilter, PostListDocument, PostOrder, type PostSummaryFragment } from '../gql/graphql';

const pageSize = 20;

export interface PostListState {
  /** undefined until the first page is there. */
  posts: PostSummaryFragment[] | undefined;
  hasMore: boolean;
  error: unknown;
  /** Appends the next page and tells how many posts it had. */
  loadMore: () => Promise<number>;
}

export function usePostList(filter: PostFilter, orderBy: PostOrder = PostOrder.Newest): PostListState {
  // Going back shows the list as it was left, with all that was loaded; a link asks for what is new.
  const type = useNavigationType();
  const [fetchPolicy] = useState<WatchQueryFetchPolicy>(type === 'POP' ? 'cache-first' : 'cache-and-network');
  const { data, error, fetchMore } = useQuery(PostListDocument, {
    variables: { first: pageSize, filter, orderBy },
    fetchPolicy,
    nextFetchPolicy: 'cache-first',
  });
  const connection = data?.posts;

  async function loadMore(): Promise<number> {
    const after = connection?.pageInfo.endCursor;
    const page = await fetchMore({ variables: { after } });
    return page.data?.posts.edges.length ?? 0;
  }

  return {
    posts: connection?.edges.map((edge) => edge.node),
    hasMore: connection?.pageInfo.hasNextPage ?? false,
    error,
    loadMore,
  };
}
