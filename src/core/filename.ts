const mostCharacters = 255;

/** Controls, what turns the direction of writing, and what cannot be seen. */
const unseen = /[\p{Cc}\p{Bidi_Control}\u2028\u2029\uFFF9-\uFFFB]/gu;

/** A file's name as text to show: without folders, and nothing in it that could pass for something else. */
export function shownFilename(name: string): string {
  const last = name.toWellFormed().split(/[\\/]/).at(-1) ?? '';
  return [...last.replace(unseen, '').trim()].slice(0, mostCharacters).join('');
}
