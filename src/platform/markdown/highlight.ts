import type { ElementContent } from 'hast';
import { common, createLowlight } from 'lowlight';

/** Code longer than this, in characters, is shown as it is: the time that grammars take has no other bound. */
const longest = 20_000;

const lowlight = createLowlight(common);

/** Code with its words marked, as far as its language is known. */
export function highlight(code: string, language: string): ElementContent[] {
  if (code.length > longest || !lowlight.registered(language)) return [{ type: 'text', value: code }];
  return lowlight.highlight(language, code).children as ElementContent[];
}
