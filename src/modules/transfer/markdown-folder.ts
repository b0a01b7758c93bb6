import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { StartupError } from '../../core/startup-error.js';
import type { ForeignPost, Found, Skipped } from './foreign-post.js';
import { type FrontMatter, listOf, momentOf, readFrontMatter, textOf } from './front-matter.js';
import { withoutShortcodes } from './shortcodes.js';

/** Where a generator keeps posts, drafts and files that posts refer to from the root of the site. */
type Layout = {
  posts: string;
  drafts: string | null;
  files: string;
  /** Hexo's list of categories leads from the root down; others have a flat one. */
  nested: boolean;
};

const layouts: [mark: string, layout: Layout][] = [
  ['source/_posts', { posts: 'source/_posts', drafts: 'source/_drafts', files: 'source', nested: true }],
  ['_posts', { posts: '_posts', drafts: '_drafts', files: '.', nested: false }],
  ['content', { posts: 'content', drafts: null, files: 'static', nested: false }],
];

const plain: Layout = { posts: '.', drafts: null, files: '.', nested: false };

const isMarkdown = /\.(md|markdown|mdown|mkd)$/i;
const isOther = /\.(html|adoc|org|rst|textile|ipynb)$/i;

/**
 * The posts of a folder as Hexo, Jekyll or Hugo keep them, or of any folder of Markdown files. `zone`, `+08:00` for
 * example, is where the clocks of dates stand that tell none. Throws a StartupError when there is no such folder.
 */
export function readMarkdownFolder(folder: string, zone: string): Found {
  const [, layout] = layouts.find(([mark]) => existsSync(join(folder, mark))) ?? ['', plain];
  const places = [layout.posts, ...(layout.drafts ? [layout.drafts] : [])];
  const files = places.flatMap((place) => filesBelow(join(folder, place)));
  const found: Found = { posts: [], skipped: [] };
  for (const file of files.sort()) {
    const source = relative(folder, file).split(sep).join('/');
    const isDraft = layout.drafts !== null && source.startsWith(`${layout.drafts}/`);
    const read = readPost({ folder, file, source, layout, zone, isDraft });
    if (read && 'reason' in read) found.skipped.push(read);
    else if (read) found.posts.push(read);
  }
  return found;
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.') || entry.name === 'node_modules') return [];
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

type File = {
  folder: string;
  file: string;
  source: string;
  layout: Layout;
  zone: string;
  isDraft: boolean;
};

/** Null for what is no text at all, such as images beside posts. */
function readPost(given: File): ForeignPost | Skipped | null {
  const { file, source } = given;
  const name = basename(file);
  if (isOther.test(name)) return { source, reason: 'is not Markdown' };
  if (!isMarkdown.test(name)) return null;
  if (name.startsWith('_index.')) return { source, reason: 'is the page of a section, not a post' };
  if (/^(readme|license|changelog|contributing)\./i.test(name))
    return { source, reason: 'is about the folder, not a post' };
  try {
    const { text, note } = decode(readFileSync(file));
    return toPost(given, readFrontMatter(text), note);
  } catch (error) {
    return { source, reason: `its head cannot be read: ${(error as Error).message.split('\n', 1)[0]}` };
  }
}

/** UTF-8, or else the encoding of old Chinese files. */
function decode(bytes: Buffer): { text: string; note: string[] } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), note: [] };
  } catch {
    return {
      text: new TextDecoder('gb18030').decode(bytes),
      note: ['was not UTF-8 and is read as GB 18030'],
    };
  }
}

function toPost(given: File, { fields, body }: FrontMatter, notes: string[]): ForeignPost | Skipped {
  const { file, source, zone, layout } = given;
  const { markdown, left } = withoutShortcodes(body);
  const heading = /^\s*#[ \t]+(.+?)[ \t]*#*[ \t]*(?:\n|$)/.exec(markdown);
  const stem = stemOf(file);
  const title = textOf(fields.title) ?? heading?.[1] ?? stem.name.replaceAll(/[-_]+/g, ' ');
  const content = (fields.title == null && heading ? markdown.slice(heading[0].length) : markdown).trim();
  if (content === '') return { source, reason: 'has no text' };
  const date = momentOf(fields.date, zone) ?? momentOf(stem.date, zone);
  if (!date && layout.posts === 'content' && Object.keys(fields).length > 0 && !fields.draft) {
    return { source, reason: 'has no date: a page, not a post' };
  }
  if (!date) notes.push('has no date; the time of its file is taken');
  if (left.length > 0) notes.push(`these shortcodes stay as text: ${left.join(', ')}`);
  return {
    source,
    title,
    content,
    name: textOf(fields.slug) ?? lastPart(textOf(fields.permalink)) ?? stem.name,
    publishedAt: date ?? statSync(file).mtime,
    isDraft: given.isDraft || fields.draft === true || fields.published === false,
    ...labelsOf(fields, layout.nested),
    cover: textOf(fields.cover ?? fields.featured_image ?? fields.image ?? fields.thumbnail ?? fields.banner),
    fileOf: (reference) => fileOf(given, reference),
    notes,
  };
}

/** Jekyll's files carry their date; a file `index.md` is named by its folder. */
function stemOf(file: string): { date: string | null; name: string } {
  const own = basename(file, extname(file));
  const stem = own === 'index' ? basename(dirname(file)) : own;
  const [, date = null, name = stem] = /^(\d{4}-\d{1,2}-\d{1,2})-(.+)$/.exec(stem) ?? [];
  return { date, name };
}

const lastPart = (permalink: string | null): string | null =>
  permalink
    ?.replace(/(\/|\.html?)+$/, '')
    .split('/')
    .at(-1) || null;

/** A post has one category here: what else there is becomes a tag. */
function labelsOf(fields: FrontMatter['fields'], nested: boolean): { tags: string[]; category: string[] } {
  const tags = [...wordsOf(fields.tags ?? fields.tag), ...listOf(fields.keywords)];
  const given = fields.categories ?? fields.category;
  const lists: unknown[] = Array.isArray(given) && given.some(Array.isArray) ? given : [given];
  const [first = [], ...others] = lists.map((list) => (nested ? listOf(list) : wordsOf(list)));
  const category = nested ? first : first.slice(0, 1);
  const rest = [...(nested ? [] : first.slice(1)), ...others.map((path) => path.at(-1) as string)];
  return { tags: [...new Set([...tags, ...rest])], category };
}

/** Jekyll also separates by spaces. */
const wordsOf = (value: unknown): string[] =>
  typeof value === 'string' && !/[,，]/.test(value) ? value.split(/\s+/).filter(Boolean) : listOf(value);

/** Beside the post, in a folder of its name (Hexo), or from the root of the site; never outside of the folder. */
function fileOf({ folder, file, layout }: File, reference: string): string | null {
  const path = pathOf(reference);
  if (!path) return null;
  const beside = dirname(file);
  const places = path.startsWith('/')
    ? [join(folder, layout.files, path), join(folder, path)]
    : [
        join(beside, path),
        join(beside, basename(file, extname(file)), path),
        join(folder, layout.files, path),
      ];
  const root = resolve(folder) + sep;
  const isThere = (place: string) =>
    resolve(place).startsWith(root) && statSync(place, { throwIfNoEntry: false })?.isFile();
  return places.find(isThere) ?? null;
}

function pathOf(reference: string): string | null {
  if (/^([a-z][\w+.-]*:|\/\/|#)/i.test(reference)) return null;
  const [path = ''] = reference.split(/[?#]/);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Throws a StartupError unless there is such a folder. */
export function checkFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  throw new StartupError(
    `There is no folder ${folder}.`,
    'Name the folder of the blog: inkstone import ./my-blog',
  );
}
