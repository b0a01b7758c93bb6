import type { GraphiQLProps } from 'graphiql';
import { fetchApi } from '../api/fetch-api';
import { replyProblem } from '../api/problem';
import { refreshSession } from '../session/refresh-session';
import { accessToken } from '../session/session-store';

type Fetcher = GraphiQLProps['fetcher'];
type Headers = Record<string, string>;

/** asViewer: use the web client's session, unless the headers editor says who is asking. */
export function createFetcher(asViewer: boolean): Fetcher {
  return async (params, options) => {
    const headers: Headers = options?.headers ?? {};
    const namesCaller = Object.keys(headers).some((name) => name.toLowerCase() === 'authorization');
    if (!asViewer || namesCaller) return send(params, headers);
    const reply = await send(params, withSession(headers));
    const expired = replyProblem(reply)?.code === 'TOKEN_EXPIRED';
    return expired && (await refreshSession()) ? send(params, withSession(headers)) : reply;
  };
}

async function send(params: unknown, headers: Headers) {
  const response = await fetchApi('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      ...headers,
    },
    body: JSON.stringify(params),
  });
  return response.json();
}

function withSession(headers: Headers): Headers {
  const token = accessToken();
  return token ? { ...headers, authorization: `Bearer ${token}` } : headers;
}
