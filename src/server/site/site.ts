import type { Config } from '../../config.js';

/** What the site is called, and where it is. */
export type Site = {
  title: string;
  description: string;
  /** The address of a path such as `/posts/ink`. It is made of settings: what a request says of the host never counts. */
  url: (path: string) => string;
};

/** `address` is where the server listens: known once it does. */
export const siteOf = (config: Config, address: () => string): Site => ({
  title: config.SITE_TITLE,
  description: config.SITE_DESCRIPTION,
  url: (path) => `${config.PUBLIC_URL ?? address()}${path}`,
});

export const postPath = (slug: string): string => `/posts/${encodeURIComponent(slug)}`;
export const tagPath = (slug: string): string => `/tags/${encodeURIComponent(slug)}`;

/** The language of a text, as far as its script tells; undefined for what is written in many. */
export function languageOf(text: string): 'ja' | 'zh' | undefined {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja';
  return /\p{Script=Han}/u.test(text) ? 'zh' : undefined;
}
