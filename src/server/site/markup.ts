type Attributes = Record<string, string>;

/** What XML cannot say in any way, and nobody would see. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it is about
const unspeakable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const escaped = (text: string): string =>
  text.replace(unspeakable, '').replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** An element of XML or HTML with markup inside, or an empty one. */
export function element(name: string, attributes: Attributes, content?: string): string {
  const start = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return content === undefined
    ? `<${name}${start.join('')}/>`
    : `<${name}${start.join('')}>${content}</${name}>`;
}

/** An element with text inside, which shows as it is. */
export const textElement = (name: string, text: string, attributes: Attributes = {}): string =>
  element(name, attributes, escaped(text));

export const xmlDocument = (root: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
