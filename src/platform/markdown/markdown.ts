import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Logger } from '../../core/logger.js';
import { dependOnRequest } from '../../core/request-scope.js';
import type { Rendered } from './render.js';
import { createRenderThread } from './render-thread.js';

/**
 * Renders Markdown as HTML that is safe to show, in bounded time and off the event loop. What cannot be rendered is
 * shown as it was written.
 */
export type RenderMarkdown = (markdown: string) => Promise<Rendered>;

/** What a text may take. The longest honest ones take a tenth of it. */
const limits = { mostMs: 2_000, mostHeapMb: 128 };

/** What is kept of texts that were asked for, in characters of HTML. */
const mostKept = 16 * 1024 * 1024;

/** For how long a text that could not be rendered is not tried again. */
const restMs = 10_000;

type Kept = Rendered & { whole: boolean };

export function createMarkdown(log: Logger): RenderMarkdown {
  const render = createRenderThread(limits);
  const kept = new LRUCache<string, Kept, string>({
    maxSize: mostKept,
    sizeCalculation: ({ html, toc }) => 200 + html.length + 200 * toc.length,
    ignoreFetchAbort: true,
    fetchMethod: (_hash, _stale, { context: markdown, options }) =>
      render(markdown).then(
        (rendered) => ({ ...rendered, whole: true }),
        (error) => {
          log.warn({ err: error, characters: markdown.length }, 'Markdown is shown as it was written');
          options.ttl = restMs;
          return { html: asWritten(markdown), toc: [], whole: false };
        },
      ),
  });
  return async (markdown) => {
    const hash = createHash('sha256').update(markdown).digest('base64url');
    const rendered = await kept.forceFetch(hash, { context: markdown });
    // It may succeed the next time, so nobody else is to keep the answer.
    if (!rendered.whole) dependOnRequest();
    return rendered;
  };
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const asWritten = (markdown: string): string =>
  `<pre>${markdown.replace(/[&<>]/g, (character) => entities[character] as string)}</pre>`;
