const timeout = 30_000; // milliseconds; no spinner may turn for ever

/** fetch() that gives up after a while and says that the request comes from this program, not from a form. */
export function fetchApi(url: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('apollo-require-preflight', 'true');
  // No script can read the refresh token then.
  headers.set('refresh-token-transport', 'cookie');
  const limit = AbortSignal.timeout(timeout);
  const signal = init.signal ? AbortSignal.any([init.signal, limit]) : limit;
  return fetch(url, { ...init, headers, signal });
}
