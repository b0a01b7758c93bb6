export const whole = (value) => (value == null ? '–' : Math.round(value).toLocaleString('en'));

export const fixed = (digits) => (value) => (value == null ? '–' : value.toFixed(digits));

/** A Markdown table whose columns line up in a terminal too. The first column is text, the others are numbers. */
export function table(heads, rows) {
  const lines = [heads, ...rows].map((line) => line.map(String));
  const widths = heads.map((_, column) => Math.max(3, ...lines.map((line) => line[column].length)));
  const pad = (text, column) => (column === 0 ? text.padEnd(widths[column]) : text.padStart(widths[column]));
  const [head, ...body] = lines.map((line) => `| ${line.map(pad).join(' | ')} |`);
  const rule = widths.map((width, column) => (column ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)));
  return [head, `| ${rule.join(' | ')} |`, ...body].join('\n');
}
