import type { Config } from '../config.js';

/** Apollo Sandbox, which is shown in development. */
const sandbox = 'https://studio.apollographql.com';

/** Whose pages may use the API from a browser, beside our own. */
export const allowedOrigins = ({ NODE_ENV, CORS_ORIGINS }: Config): string[] =>
  NODE_ENV === 'development' ? [...CORS_ORIGINS, sandbox] : CORS_ORIGINS;

/** Whether a page with this Origin is ours, as far as the Host header and PUBLIC_URL tell, or allowed. */
export function isAllowedOrigin(config: Config, origin: string, host: string | undefined): boolean {
  const url = URL.parse(origin);
  if (!url) return false;
  const ours = [host, config.PUBLIC_URL && new URL(config.PUBLIC_URL).host];
  return ours.includes(url.host) || allowedOrigins(config).includes(origin);
}
