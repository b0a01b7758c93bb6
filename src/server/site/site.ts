import type { Config } from '../../config.js';

/** What the site is called, and where it is. */
export type Site = {
  title: string;
  description: string;
  /** The address of a path such as `/posts/ink`. It is made of settings: what a request says of the host never counts. */
  url: (path: string) => string;
};

/** `siteUrl` is known once the server listens. */
export const siteOf = ({ SITE_TITLE, SITE_DESCRIPTION }: Config, siteUrl: () => string): Site => ({
  title: SITE_TITLE,
  description: SITE_DESCRIPTION,
  url: (path) => siteUrl() + path,
});

export const postPath = (slug: string): string => `/posts/${encodeURIComponent(slug)}`;
export const tagPath = (slug: string): string => `/tags/${encodeURIComponent(slug)}`;
export const authorPath = (username: string): string => `/authors/${encodeURIComponent(username)}`;

/** The language of a text, as far as its script tells; undefined for what is written in many. */
export function languageOf(text: string): 'ja' | 'zh' | undefined {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja';
  return /\p{Script=Han}/u.test(text) ? 'zh' : undefined;
}
