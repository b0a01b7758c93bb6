import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { GraphQLError } from 'graphql';
import type { Context, Viewer } from '../../context.js';
import { Upload } from '../../core/upload.js';
import { Image } from '../image/image.entity.js';
import { uploadImage } from '../image/image-upload.service.js';
import type { ForeignPost } from './foreign-post.js';
import { outsideCode } from './outside-code.js';

/** Images in Markdown, with their references in angle brackets or without, and in HTML. */
const shown =
  /(?<before>!\[[^\]\n]*\]\()(?:<(?<angled>[^>\n]+)>|(?<plain>[^)\s]+))(?=[^)\n]*\))|(?<start><img\b[^>]*?\bsrc=["'])(?<html>[^"']+)/gi;

/** Wide enough for any screen that a text is read on; smaller pictures stay as they are. */
const width = 'w1600';

type Taken = { content: string; coverId: string | null; notes: string[] };

/**
 * Takes the files that a post shows into its author's library, where they are seen as far as the post is, and has the
 * post show them from there. A file that was taken before is known again; a dry run takes none.
 */
export async function takeImages(ctx: Context, post: ForeignPost, dryRun: boolean): Promise<Taken> {
  const ids = new Map<string, string>();
  const notes: string[] = [];
  for (const reference of referencesOf(post)) {
    const file = post.fileOf(reference);
    if (!file) continue;
    try {
      const id = await takeImage(ctx, file, dryRun);
      if (id) ids.set(reference, id);
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      notes.push(`the image ${reference} stays behind: ${error.message}`);
    }
  }
  const content = replaceReferences(post.content, (reference) => {
    const id = ids.get(reference);
    return id ? `/images/${id}/${width}` : reference;
  });
  return { content, coverId: ids.get(post.cover ?? '') ?? null, notes };
}

function referencesOf({ content, cover }: ForeignPost): Set<string> {
  const references = new Set<string>(cover ? [cover] : []);
  replaceReferences(content, (reference) => {
    references.add(reference);
    return reference;
  });
  return references;
}

const replaceReferences = (content: string, replace: (reference: string) => string): string =>
  outsideCode(content, (prose) =>
    prose.replace(shown, (...found) => {
      const { before, angled, plain, start, html } = found.at(-1) as Record<string, string | undefined>;
      if (html !== undefined) return `${start}${replace(html)}`;
      return `${before}${angled === undefined ? replace(plain as string) : `<${replace(angled)}>`}`;
    }),
  );

/** The id that the image has here; null when it has none yet and is not to get one. */
async function takeImage(ctx: Context, file: string, dryRun: boolean): Promise<string | null> {
  const bytes = await readFile(file);
  const sha256 = createHash('sha256').update(bytes).digest('base64url');
  const { id: owner } = ctx.viewer as Viewer;
  if (dryRun) return (await ctx.em.findOne(Image, { owner, sha256 }))?.id ?? null;
  return (await uploadImage(ctx, new Upload(basename(file), sha256, async () => bytes), null)).id;
}
