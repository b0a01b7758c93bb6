/** "news, 新闻，随笔、ink" names four tags: Chinese keyboards have commas of their own. */
export function parseTagNames(text: string): string[] {
  const names = text.split(/[,，、]/).map((name) => name.trim());
  return [...new Set(names.filter(Boolean))];
}

export function formatTagNames(tags: readonly { name: string }[]): string {
  return tags.map((tag) => tag.name).join(', ');
}
