import { print } from 'graphql';
import { fetchApi } from '../api/fetch-api';
import { endsSession, type GraphQLReply, replyProblem } from '../api/problem';
import { type CredentialsFragment, RefreshDocument, type RefreshMutation } from '../gql/graphql';

/** A coded refusal is an answer; anything else (network, overload, a bug) throws. */
export type RefreshAnswer = { credentials: CredentialsFragment } | 'refused';

const query = print(RefreshDocument);

/**
 * Goes past Apollo Client on purpose: its links call this, and a refresh must carry no Authorization
 * header, since a bad access token is refused even where none is needed.
 */
export async function sendRefresh(refreshToken: string | null): Promise<RefreshAnswer> {
  const response = await fetchApi('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ operationName: 'Refresh', query, variables: { refreshToken } }),
  });
  const reply = (await response.json()) as GraphQLReply<RefreshMutation>;
  const problem = replyProblem(reply);
  if (problem && endsRefresh(problem.code)) return 'refused';
  if (problem || !reply.data) throw new Error(problem?.message ?? 'The server gave no answer.');
  return { credentials: reply.data.refresh };
}

/** A refresh token that cannot even be read is as dead as one that was revoked. */
function endsRefresh(code: string): boolean {
  return endsSession(code) || code === 'TOKEN_EXPIRED' || code === 'BAD_USER_INPUT' || code === 'FORBIDDEN';
}
