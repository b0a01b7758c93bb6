const size = 100_000;

const fill = (text: string): string => text.repeat(Math.ceil(size / text.length)).slice(0, size);

function count(text: (n: number) => string): string {
  let all = '';
  for (let n = 0; all.length < size; n += 1) all += text(n);
  return all.slice(0, size);
}

/** 100 kB each of what makes readers of Markdown take long, or what they make of it. */
export const hostileMarkdown: Record<string, string> = {
  'quotes in quotes': fill('>'),
  'stairs of quotes': count((n) => `${'>'.repeat(n)} a\n`),
  'lists in lists': fill('- '),
  'stairs of lists': count((n) => `${'  '.repeat(n)}- a\n`),
  'lists of all kinds': fill('* - + 1. '),
  items: fill('- a\n'),
  'opening brackets': fill('['),
  'brackets in brackets': '['.repeat(size / 2) + ']'.repeat(size / 2),
  'beginnings of links': fill('[a]('),
  'beginnings of images': fill('!['),
  'links in links': fill('[a').slice(size / 2) + fill('](b)').slice(size / 2),
  stars: fill('*a '),
  'stars and lines': fill('a**b_c* '),
  'emphasis in emphasis': fill('*a ').slice(0, 75_000) + fill(' a*').slice(0, 25_000),
  tildes: fill('~~a ~b '),
  ticks: count((n) => `${'`'.repeat(n + 1)}a`),
  definitions: `ink\n\n${count((n) => `[r${n}]: /u${n}\n`)}`,
  references: count((n) => `[r${n}]\n\n[r${n}]: /u\n\n`),
  'one definition over and over': fill('[a]: /u "t\n'),
  'a wide table': `${'|a'.repeat(1000)}\n${'|-'.repeat(1000)}\n${fill('|\n')}`.slice(0, size),
  rows: `|a|b|\n|-|-|\n${fill('|a|b|\n')}`.slice(0, size),
  tables: fill('a|b\n-|-\n'),
  pipes: fill('|'),
  notes: count((n) => `a[^${n}]\n\n[^${n}]: note\n\n`),
  'notes in notes': count((n) => `[^${n}]: [^${n + 1}]\n\n`),
  'references to a note': `[^a]: n\n\n${fill('[^a]')}`.slice(0, size),
  'notes inside a line': fill('^[a]'),
  'angle brackets': fill('<'),
  'HTML in HTML': fill('<b>'),
  'HTML inside a line': fill('x<b>'),
  'HTML with an attribute each': count((n) => `<b a${n}=1>`),
  'an element with many attributes': `x <a ${fill('a="b" ')}`.slice(0, size),
  'tables in tables of HTML': fill('<table><td>'),
  'HTML that is opened, and other HTML that is closed':
    fill('<b>').slice(size / 2) + fill('</i>').slice(size / 2),
  'quotation marks in HTML': fill('<a b=\'"<i c="\' '),
  'ends of HTML': fill('</b>'),
  'beginnings of comments': fill('a <!-- '),
  'beginnings of comments in a block': `<div>${fill('<!-- a')}`,
  instructions: fill('a <?'),
  declarations: fill('a <!A '),
  sections: fill('a <![CDATA['),
  entities: fill('&#'),
  headings: fill('# a\n'),
  'headings with lines below': fill('a\n=\n'),
  'a heading that never closes': `# ${fill('# ')}`,
  fences: fill('```js\n```\n'),
  blanks: `#${' '.repeat(size)}a`,
  'empty lines': fill('a\n\n\n'),
  backslashes: fill('\\*'),
  addresses: fill('https://example.org/a '),
  'addresses of mail': fill('a@b.c '),
  dots: `www.${fill('a.')}`,
  'marks in an address': `https://a.b/${fill('[{(')}`,
  'one word': 'a'.repeat(size),
  'Chinese emphasis': fill('墨**石**'),
  boxes: fill('- [ ] a\n'),
  'code in code': `\`\`\`js\n${fill('`${ ')}`,
  'code without an end of names': `\`\`\`ini\n${fill('a1')}`,
  'code with many words': `\`\`\`cpp\n${fill('do ')}`,
  'code of one letter': `\`\`\`js\n${fill('a')}`,
};

/** A thousand references to one long address: the HTML would have 48 MB. */
export const amplified = `[a]: /${'u'.repeat(2_000)}\n\n${'[a] '.repeat(24_000)}`;

/** As people write it: everything of it has to be there. */
export const honest = count(
  (n) =>
    `## Part ${n}\n\nThe *ink* is wet, the **stone** is dry; \`brush\` and [paper](https://example.org/${n}).\n\n` +
    `- one\n- two\n\n| a | b |\n|---|---|\n| 1 | ${n} |\n\n\`\`\`js\nconst part = ${n};\n\`\`\`\n\n墨落石上，声细如水。\n\n`,
);
