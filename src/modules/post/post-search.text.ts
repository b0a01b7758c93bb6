const entities: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
};

/** Marks of Markdown, and what stays when they go. Each takes time in proportion to the text, whatever it holds. */
const marks: [RegExp, string][] = [
  [/^[ \t]*(?:```|~~~).*$/gm, ''],
  [/<!--|-->|(?<!\\)<\/?[a-z][^<>]*>/gi, ' '],
  [/^[ \t]*\[[^[\]]+\]:.*$/gm, ''],
  [/!?\[([^[\]]*)\](?:\([^()\s]*(?:[ \t]+"[^"]*")?\)|\[[^[\]]*\])/g, '$1'],
  [/^[ \t]*(?:[#>+*-]+|\d{1,9}[.)])(?=[ \t]|$)/gm, ''],
  [/^[ \t]*[=|:-][=|: \t-]*$/gm, ''],
  [/[*`~|]+|\\(?=[!-/:-@[-`{-~])/g, ''],
  [/(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, ''],
  [/\s+/g, ' '],
];

/**
 * A Markdown text as it reads, near enough for finding words in it and showing some: much faster than parsing it, and
 * never slow.
 */
export function searchableText(markdown: string): string {
  const plain = marks.reduce((text, [mark, instead]) => text.replace(mark, instead), markdown);
  return plain.replace(/&(?:lt|gt|amp|quot|nbsp|#39);/g, (entity) => entities[entity] ?? entity).trim();
}
