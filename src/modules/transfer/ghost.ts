import { readFileSync } from 'node:fs';
import { StartupError } from '../../core/startup-error.js';
import type { ForeignPost, Found } from './foreign-post.js';
import { htmlToMarkdown } from './html-to-markdown.js';

type GhostPost = {
  id: string;
  title: string;
  slug: string;
  html: string | null;
  status: string;
  type?: string;
  page?: unknown;
  published_at: string | null;
  feature_image: string | null;
};

type GhostData = {
  posts: GhostPost[];
  tags?: { id: string; name: string }[];
  posts_tags?: { post_id: string; tag_id: string; sort_order?: number }[];
};

const siteUrl = /__GHOST_URL__/g;

/** The posts of a Ghost export (Settings, Labs, Export). Throws a StartupError when the file is something else. */
export function readGhost(file: string): Found {
  const { posts, tags = [], posts_tags = [] } = readData(file);
  const names = new Map(tags.map(({ id, name }) => [id, name]));
  const tagsOf = (id: string) =>
    posts_tags
      .filter((link) => link.post_id === id)
      .sort((one, other) => (one.sort_order ?? 0) - (other.sort_order ?? 0))
      .flatMap((link) => names.get(link.tag_id) ?? [])
      // Ghost keeps what readers do not see in tags that begin with #.
      .filter((name) => !name.startsWith('#'));
  const found: Found = { posts: [], skipped: [] };
  for (const post of posts) {
    const reason = reasonToSkip(post);
    const source = `ghost:${post.slug}`;
    if (reason) found.skipped.push({ source, reason });
    else found.posts.push(toPost(source, post, tagsOf(post.id)));
  }
  return found;
}

function readData(file: string): GhostData {
  try {
    const json = JSON.parse(readFileSync(file, 'utf8'));
    const data = json.db?.[0]?.data ?? json.data;
    if (Array.isArray(data?.posts)) return data;
  } catch {
    // Said below.
  }
  throw new StartupError(`${file} is no export of Ghost.`, 'In Ghost: Settings, Labs, Export your content.');
}

function reasonToSkip({ type, page, html, status }: GhostPost): string | null {
  if (type === 'page' || page === true || page === 1) return 'is a page, not a post';
  if (status === 'sent') return 'was only sent by mail';
  return html?.trim() ? null : 'has no text';
}

const toPost = (source: string, post: GhostPost, tags: string[]): ForeignPost => ({
  source,
  title: post.title,
  content: htmlToMarkdown((post.html ?? '').replace(siteUrl, '')),
  name: post.slug,
  publishedAt: post.published_at ? new Date(post.published_at) : null,
  isDraft: post.status === 'draft',
  tags,
  category: [],
  cover: post.feature_image?.replace(siteUrl, '') || null,
  fileOf: () => null,
  notes: [],
});
