import { readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import { StartupError } from '../../core/startup-error.js';
import type { ForeignPost, Found } from './foreign-post.js';
import { htmlToMarkdown } from './html-to-markdown.js';

type Label = { '#text'?: string; '@_domain': string };

type Item = {
  title?: string;
  category?: Label[];
  'content:encoded'?: string;
  'wp:post_id': string;
  'wp:post_name'?: string;
  'wp:post_type': string;
  'wp:status': string;
  'wp:post_date_gmt'?: string;
  'wp:post_password'?: string;
  'wp:comment'?: unknown[];
};

const parser = new XMLParser({
  ignoreAttributes: false,
  parseTagValue: false,
  isArray: (name) => ['item', 'category', 'wp:comment'].includes(name),
});

const taken = new Set(['publish', 'draft', 'pending', 'future', 'private']);

/** The posts of a WordPress export (Tools, Export). Throws a StartupError when the file is something else. */
export function readWordPress(file: string): Found {
  const found: Found = { posts: [], skipped: [] };
  for (const item of readItems(file)) {
    const source = `wordpress:${item['wp:post_id']}`;
    const reason = reasonToSkip(item);
    if (reason) found.skipped.push({ source, reason });
    else if (item['wp:post_type'] === 'post') found.posts.push(toPost(source, item));
  }
  return found;
}

function readItems(file: string): Item[] {
  try {
    const { channel } = parser.parse(readFileSync(file, 'utf8')).rss;
    if (channel['wp:wxr_version']) return channel.item ?? [];
  } catch {
    // Said below.
  }
  throw new StartupError(`${file} is no export of WordPress.`, 'In WordPress: Tools, Export, All content.');
}

/** Menus, revisions and the like are no posts to anyone: nothing is said of them. */
function reasonToSkip(item: Item): string | null {
  if (item['wp:post_type'] === 'page') return 'is a page, not a post';
  if (item['wp:post_type'] !== 'post') return null;
  if (!taken.has(item['wp:status'])) return `its status is ${item['wp:status']}`;
  return item['content:encoded']?.trim() ? null : 'has no text';
}

function toPost(source: string, item: Item): ForeignPost {
  const labels = (domain: string) =>
    (item.category ?? []).flatMap((label) => (label['@_domain'] === domain ? (label['#text'] ?? []) : []));
  const [category, ...others] = labels('category').filter((name) => name !== 'Uncategorized');
  const content = item['content:encoded'] ?? '';
  const comments = item['wp:comment']?.length ?? 0;
  const isHidden = item['wp:status'] === 'private' || Boolean(item['wp:post_password']);
  const notes = [
    ...(comments > 0 ? [`its comments (${comments}) stay behind: who wrote them has no account here`] : []),
    ...(isHidden ? ['was not for everyone, and is a draft now'] : []),
  ];
  return {
    source,
    title: item.title ?? '',
    content: htmlToMarkdown(asHtml(content).replace(blockMarks, '')),
    name: decodeURIComponent(item['wp:post_name'] ?? '') || null,
    publishedAt: momentOf(item['wp:post_date_gmt']),
    isDraft: isHidden || item['wp:status'] === 'draft' || item['wp:status'] === 'pending',
    tags: [...new Set([...labels('post_tag'), ...others])],
    category: category ? [category] : [],
    cover: null,
    fileOf: () => null,
    notes,
  };
}

function momentOf(text: string | undefined): Date | null {
  const moment = new Date(`${text?.replace(' ', 'T')}Z`);
  // A draft has zeros.
  return Number.isNaN(moment.getTime()) ? null : moment;
}

/** What the block editor leaves for itself. */
const blockMarks = /<!-- \/?wp:.*? -->/gs;

/** The classic editor leaves paragraphs to empty lines, and breaks to ends of lines. */
function asHtml(content: string): string {
  if (/<p[\s>]|<!-- wp:/i.test(content)) return content;
  const blocks = content.split(/\n\s*\n/);
  const isBlock = /^\s*<(?:h\d|ul|ol|pre|table|blockquote|div|figure|hr)\b/i;
  return blocks
    .map((block) => (isBlock.test(block) ? block : `<p>${block.trim().replaceAll('\n', '<br>')}</p>`))
    .join('\n');
}
