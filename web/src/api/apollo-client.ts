import { ApolloClient } from '@apollo/client';
import { ApolloLink } from '@apollo/client/link';
import { BaseHttpLink } from '@apollo/client/link/http';
import { sessionUserId, subscribeToSession } from '../session/session-store';
import { createCache } from './cache';
import { fetchApi } from './fetch-api';
import { bearerLink, renewLink, signOutLink } from './session-links';

/** Make one only: it follows the session for as long as the page lives. */
export function createApolloClient(): ApolloClient {
  const client = new ApolloClient({
    link: ApolloLink.from([
      signOutLink,
      renewLink,
      bearerLink,
      new BaseHttpLink({ uri: '/graphql', fetch: fetchApi }),
    ]),
    cache: createCache(),
  });
  resetOnNewViewer(client);
  return client;
}

/** What one viewer was shown must not be shown to the next, so the cache goes and open pages ask again. */
function resetOnNewViewer(client: ApolloClient): void {
  let viewerId = sessionUserId();
  subscribeToSession(() => {
    if (viewerId === sessionUserId()) return;
    viewerId = sessionUserId();
    // A failing page shows its own error.
    client.resetStore().catch(() => undefined);
  });
}
