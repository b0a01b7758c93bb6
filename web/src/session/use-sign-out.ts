import { useApolloClient } from '@apollo/client/react';
import { useNavigate } from 'react-router';
import { LogoutDocument } from '../gql/graphql';
import { announce } from '../ui/status-message';
import { endSession } from './session-store';

const patience = 5_000; // milliseconds

/** Signs out here whatever happens; the server is told if it can be reached. */
export function useSignOut(): () => Promise<void> {
  const client = useApolloClient();
  const navigate = useNavigate();
  return async () => {
    const fetchOptions = { signal: AbortSignal.timeout(patience) };
    await client.mutate({ mutation: LogoutDocument, context: { fetchOptions } }).catch(() => undefined);
    await navigate('/');
    endSession();
    announce('You are signed out.');
  };
}
