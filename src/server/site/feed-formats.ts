import { absoluteLinks } from './absolute-links.js';
import { element, textElement, xmlDocument } from './markup.js';
import { languageOf, postPath, type Site } from './site.js';

/** A post as feeds tell it. */
export type FeedPost = {
  id: string;
  slug: string;
  title: string;
  excerpt: string;
  html: string;
  publishedAt: Date;
  updatedAt: Date;
  author: { displayName: string };
  tags: { name: string }[];
};

/** What a feed is of; `page` is the path that shows the same to people, and the feed stands `below` another. */
export type Feed = { title: string; page: string; below: string; posts: FeedPost[] };

/** `self` is where the feed is. */
type Format = { type: string; write: (site: Site, feed: Feed, self: string) => string };

/** The formats that there are, by how their addresses end. */
export const feedFormats: Record<'atom' | 'rss' | 'json', Format> = {
  atom: { type: 'application/atom+xml', write: writeAtom },
  rss: { type: 'application/rss+xml', write: writeRss },
  json: { type: 'application/feed+json', write: writeJson },
};

/** What all formats tell of a post. Its id stays when its address changes. */
function entryOf(site: Site, { id, slug, html, title, excerpt, ...post }: FeedPost) {
  const url = site.url(postPath(slug));
  const language = languageOf(title + excerpt);
  return { ...post, id: `urn:uuid:${id}`, url, title, excerpt, language, html: absoluteLinks(html, url) };
}

/** When something in the feed last changed; the beginning of time when nothing is in it. */
const lastChange = ({ posts }: Feed): Date =>
  new Date(Math.max(0, ...posts.map(({ updatedAt }) => updatedAt.getTime())));

function writeAtom(site: Site, feed: Feed, self: string): string {
  const entries = feed.posts.map((post) => {
    const { language, ...entry } = entryOf(site, post);
    const parts = [
      textElement('id', entry.id),
      textElement('title', entry.title),
      element('link', { rel: 'alternate', type: 'text/html', href: entry.url }),
      textElement('published', entry.publishedAt.toISOString()),
      textElement('updated', entry.updatedAt.toISOString()),
      element('author', {}, textElement('name', entry.author.displayName)),
      ...entry.tags.map(({ name }) => element('category', { term: name })),
      textElement('summary', entry.excerpt),
      textElement('content', entry.html, { type: 'html' }),
    ];
    return element('entry', language ? { 'xml:lang': language } : {}, parts.join('\n'));
  });
  const head = [
    textElement('id', self),
    textElement('title', feed.title),
    textElement('subtitle', site.description),
    textElement('updated', lastChange(feed).toISOString()),
    element('link', { rel: 'self', type: 'application/atom+xml', href: self }),
    element('link', { rel: 'alternate', type: 'text/html', href: site.url(feed.page) }),
  ];
  return xmlDocument(element('feed', { xmlns: atom }, [...head, ...entries].join('\n')));
}

const atom = 'http://www.w3.org/2005/Atom';

/** For what RSS has no word of its own, or only one that wants an e-mail address. */
const rssNamespaces = {
  'xmlns:atom': atom,
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
};

function writeRss(site: Site, feed: Feed, self: string): string {
  const items = feed.posts.map((post) => {
    const { language, ...entry } = entryOf(site, post);
    const parts = [
      textElement('title', entry.title),
      textElement('link', entry.url),
      textElement('guid', entry.id, { isPermaLink: 'false' }),
      textElement('pubDate', entry.publishedAt.toUTCString()),
      textElement('dc:creator', entry.author.displayName),
      ...(language ? [textElement('dc:language', language)] : []),
      ...entry.tags.map(({ name }) => textElement('category', name)),
      textElement('description', entry.excerpt),
      textElement('content:encoded', entry.html),
    ];
    return element('item', {}, parts.join('\n'));
  });
  const head = [
    textElement('title', feed.title),
    textElement('link', site.url(feed.page)),
    textElement('description', site.description),
    textElement('lastBuildDate', lastChange(feed).toUTCString()),
    element('atom:link', { rel: 'self', type: 'application/rss+xml', href: self }),
  ];
  const channel = element('channel', {}, [...head, ...items].join('\n'));
  return xmlDocument(element('rss', { version: '2.0', ...rssNamespaces }, channel));
}

function writeJson(site: Site, feed: Feed, self: string): string {
  const items = feed.posts.map((post) => {
    const entry = entryOf(site, post);
    return {
      id: entry.id,
      url: entry.url,
      title: entry.title,
      summary: entry.excerpt,
      content_html: entry.html,
      date_published: entry.publishedAt,
      date_modified: entry.updatedAt,
      authors: [{ name: entry.author.displayName }],
      tags: entry.tags.map(({ name }) => name),
      language: entry.language,
    };
  });
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: site.description,
    home_page_url: site.url(feed.page),
    feed_url: self,
    items,
  });
}
