/** Code that is set apart by fences or backticks. */
const code = /^ {0,3}(`{3,}|~{3,}).*\n(?:.*\n)*? {0,3}\1[ \t]*$|`[^`\n]+`/gm;

/** Changes a Markdown text except for its code, which stands for itself. */
export function outsideCode(markdown: string, change: (prose: string) => string): string {
  let end = 0;
  let changed = '';
  for (const { 0: verbatim, index } of markdown.matchAll(code)) {
    changed += change(markdown.slice(end, index)) + verbatim;
    end = index + verbatim.length;
  }
  return changed + change(markdown.slice(end));
}
