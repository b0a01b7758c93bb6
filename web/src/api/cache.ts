import { type ApolloCache, InMemoryCache } from '@apollo/client/cache';
import { relayStylePagination } from '@apollo/client/utilities';

export function createCache(): InMemoryCache {
  return new InMemoryCache({
    typePolicies: {
      Query: { fields: { posts: relayStylePagination(['filter', 'orderBy']) } },
    },
  });
}

/** A write may move a post into, out of or within any list, so every list is asked for anew. */
export function forgetPostLists(cache: ApolloCache): void {
  cache.evict({ id: 'ROOT_QUERY', fieldName: 'posts' });
  cache.gc();
}
