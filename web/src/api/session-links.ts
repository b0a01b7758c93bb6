import type { ApolloLink } from '@apollo/client/link';
import { SetContextLink } from '@apollo/client/link/context';
import { ErrorLink } from '@apollo/client/link/error';
import { from, mergeMap, throwError } from 'rxjs';
import { refreshSession } from '../session/refresh-session';
import { accessToken, endSession, sessionUserId } from '../session/session-store';
import { endsSession, problemOf } from './problem';

/** Context of an operation that must go out as a guest's, such as a sign-in. */
export const asGuest = { asGuest: true };

/** Adds the access token of the moment; a retried operation passes here again and gets the new one. */
export const bearerLink = new SetContextLink(({ headers, asGuest }) => {
  const sentToken = asGuest ? null : accessToken();
  if (!sentToken) return { sentToken: null };
  return { sentToken, headers: { ...headers, authorization: `Bearer ${sentToken}` } };
});

/** An expired access token is replaced, and what was refused because of it is sent once more. */
export const renewLink = new ErrorLink(({ error, operation, forward }) => {
  if (problemOf(error).code !== 'TOKEN_EXPIRED') return;
  const userId = sessionUserId();
  return from(renewedSince(sentTokenOf(operation))).pipe(
    // Another tab may have signed in as somebody else, in whose name nothing may be sent.
    mergeMap((renewed) =>
      renewed && sessionUserId() === userId ? forward(operation) : throwError(() => error),
    ),
  );
});

/** The server no longer knows the session: the page becomes a guest's. */
export const signOutLink = new ErrorLink(({ error, operation }) => {
  const sentToken = sentTokenOf(operation);
  // Without a token, UNAUTHENTICATED only means "wrong password" or "sign in first". And an answer to an
  // earlier session's request says nothing about the present one.
  if (sentToken && sentToken === accessToken() && endsSession(problemOf(error).code)) endSession();
});

/** A slow answer to the old token must not spend a second refresh. */
async function renewedSince(sentToken: string | null): Promise<boolean> {
  const present = accessToken();
  return present !== null && present !== sentToken ? true : refreshSession();
}

function sentTokenOf(operation: ApolloLink.Operation): string | null {
  const { sentToken } = operation.getContext();
  return typeof sentToken === 'string' ? sentToken : null;
}
