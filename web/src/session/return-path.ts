import type { Location } from 'react-router';

/** Where to go after signing in: the page that led here, or the one that is open. */
export function returnPath(location: Location): string {
  const from = fromState(location.state);
  if (from) return from;
  const isForm = ['/login', '/register', '/setup'].includes(location.pathname);
  return isForm ? '/' : location.pathname + location.search;
}

/** Only a path of this site counts; "//host" would leave it. */
function fromState(state: unknown): string | null {
  if (typeof state !== 'object' || state === null || !('from' in state)) return null;
  const { from } = state;
  return typeof from === 'string' && /^\/(?!\/)/.test(from) ? from : null;
}
