import { join } from 'node:path';
import { rootFolder } from '../support/environment.ts';
import { hostileMarkdown } from '../support/hostile-markdown.ts';

const { createRenderThread }: typeof import('../../src/platform/markdown/render-thread.ts') = await import(
  join(rootFolder, 'dist/src/platform/markdown/render-thread.js')
);

const heavy = hostileMarkdown.notes as string;
const ink = { html: '<p><em>ink</em></p>', toc: [] };

it('breaks off what takes too long, and goes on with the next', async () => {
  const render = createRenderThread({ mostMs: 20, mostHeapMb: 128 });
  const texts = [render(heavy), render('*ink*'), render(heavy)];
  await expect(texts[0]).rejects.toThrow('timed out after 20ms');
  await expect(texts[1]).resolves.toEqual(ink);
  await expect(texts[2]).rejects.toThrow('timed out');
});

it('is replaced when it runs out of memory', async () => {
  const render = createRenderThread({ mostMs: 10_000, mostHeapMb: 24 });
  const texts = [render('*ink*'), render(heavy), render('*ink*')];
  await expect(texts[0]).resolves.toEqual(ink);
  await expect(texts[1]).rejects.toThrow('memory');
  await expect(texts[2]).resolves.toEqual(ink);
});
