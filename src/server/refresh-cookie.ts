import { parse, serialize } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RefreshCookie } from '../modules/auth/refresh-cookie.js';

/** With this header, set to `cookie`, a client asks for its refresh tokens to be kept in the cookie. */
const transportHeader = 'refresh-token-transport';

/** The cookie as one request brought it and as its reply sets it. Under TLS no other host can set or see it. */
export function refreshCookieOf(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  isSecure: boolean,
): RefreshCookie {
  const name = isSecure ? '__Host-inkstone-refresh' : 'inkstone-refresh';
  const set = (value: string, expires: Date) => {
    const options = { path: '/', httpOnly: true, sameSite: 'strict', secure: isSecure, expires } as const;
    void reply.header('set-cookie', serialize(name, value, options));
  };
  return {
    isWanted: headers[transportHeader] === 'cookie',
    token: parse(headers.cookie ?? '')[name] || null,
    keep: set,
    forget: () => set('', new Date(0)),
  };
}
