import type { Element, ElementContent } from 'hast';
import { common, createLowlight } from 'lowlight';
import { isTimeout, within } from './time-limit.js';
import { deepest } from './tree.js';

/** How long all code of a text may take: honest code of 100 kB takes half of it, but grammars know no bound. */
const mostMs = 150;

let lowlight = createLowlight(common);

/** Marks the words of code in languages that are known. What there is no time for is left as it is. */
export function highlight(blocks: Element[]): void {
  if (blocks.length === 0) return;
  try {
    within(mostMs, () => blocks.forEach(markWords));
  } catch (error) {
    if (!isTimeout(error)) throw error;
    // Grammars are completed at their first use: one of them may have been broken off halfway.
    lowlight = createLowlight(common);
  }
}

function markWords(block: Element): void {
  const [name] = block.properties.className as string[];
  const language = name?.slice('language-'.length).toLowerCase() ?? '';
  const [text] = block.children;
  if (text?.type !== 'text' || !lowlight.registered(language)) return;
  const marked = lowlight.highlight(language, text.value).children as ElementContent[];
  if (!isDeep(marked)) block.children = marked;
}

/** Code within code within code, deeper than anyone writes: whoever walks the tree may recurse. */
function isDeep(nodes: ElementContent[]): boolean {
  let level = nodes;
  for (let depth = 0; depth < deepest && level.length > 0; depth += 1) {
    level = level.flatMap((node) => (node.type === 'element' ? node.children : []));
  }
  return level.length > 0;
}
