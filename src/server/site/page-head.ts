import { feedFormats } from './feed-formats.js';
import { element, textElement } from './markup.js';
import { languageOf, postPath, type Site } from './site.js';

/** What the head of a post's page tells of it. */
export type PagePost = {
  slug: string;
  title: string;
  excerpt: string;
  /** Moments in ISO 8601. */
  publishedAt: string;
  updatedAt: string;
  author: { displayName: string };
  tags: { name: string }[];
  cover: { id: string; alt: string } | null;
};

const named = (name: string, content: string): string => element('meta', { name, content });
const property = (name: string, content: string): string => element('meta', { property: name, content });

/** For pages that are about nothing in particular. */
export const siteHead = (site: Site): string => headOf(site, site.title, site.description, []);

/** What search engines, and sites where somebody shares the page, show of a post. */
export function postHead(site: Site, post: PagePost): string {
  const url = site.url(postPath(post.slug));
  return headOf(site, `${post.title} · ${site.title}`, post.excerpt, [
    element('link', { rel: 'canonical', href: url }),
    property('og:type', 'article'),
    property('og:url', url),
    property('og:title', post.title),
    property('og:description', post.excerpt),
    property('og:site_name', site.title),
    property('article:published_time', post.publishedAt),
    property('article:modified_time', post.updatedAt),
    ...post.tags.map(({ name }) => property('article:tag', name)),
    named('author', post.author.displayName),
    ...pictureOf(site, post),
    linkedData(post, url),
  ]);
}

/** The cover, in a size and format that whoever shows it can show; it is open as long as the post is. */
function pictureOf(site: Site, { cover }: PagePost): string[] {
  if (!cover) return [named('twitter:card', 'summary')];
  return [
    named('twitter:card', 'summary_large_image'),
    property('og:image', site.url(`/images/${cover.id}/w1280.jpg`)),
    property('og:image:alt', cover.alt),
  ];
}

const headOf = (site: Site, title: string, description: string, more: string[]): string =>
  [
    textElement('title', title),
    named('application-name', site.title),
    named('description', description),
    ...Object.entries(feedFormats).map(([ending, { type }]) =>
      element('link', {
        rel: 'alternate',
        type,
        title: site.title,
        href: site.url(`/feed.${ending}`),
      }),
    ),
    ...more,
  ].join('\n    ');

/** Data and no script, so that the content security policy has no say; without `<` nothing in it ends it. */
function linkedData(post: PagePost, url: string): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'BlogPosting',
    headline: post.title,
    description: post.excerpt,
    datePublished: post.publishedAt,
    dateModified: post.updatedAt,
    author: { '@type': 'Person', name: post.author.displayName },
    keywords: post.tags.map(({ name }) => name),
    inLanguage: languageOf(post.title + post.excerpt),
    mainEntityOfPage: url,
  };
  return `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
}
