import type { Schema } from 'hast-util-sanitize';

const web = ['http', 'https'];

/**
 * What may stand in rendered HTML, whether Markdown has made it or it was written as HTML: no style, no script, no
 * form, nothing embedded but images, no ids and classes but those that rendering makes.
 */
export const schema: Schema = {
  tagNames: (
    'a abbr b blockquote br caption cite code dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i ' +
    'img input ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub summary sup table tbody td ' +
    'tfoot th thead time tr u ul var wbr'
  ).split(' '),
  attributes: {
    '*': ['title', 'lang', ['dir', 'ltr', 'rtl', 'auto'], ['id', /^md-/]],
    a: ['href', 'rel', ['role', 'doc-noteref', 'doc-backlink']],
    blockquote: ['cite'],
    code: [['className', /^language-./]],
    del: ['cite', 'datetime'],
    details: ['open'],
    img: ['src', 'alt', ['width', /^\d{1,5}$/], ['height', /^\d{1,5}$/], ['loading', 'lazy']],
    input: [['type', 'checkbox'], ['disabled', true], 'checked'],
    ins: ['cite', 'datetime'],
    li: ['value', ['className', 'task-list-item']],
    ol: ['start', 'reversed', ['type', /^[1aAiI]$/], ['className', 'contains-task-list']],
    q: ['cite'],
    section: [
      ['className', 'footnotes'],
      ['role', 'doc-endnotes'],
    ],
    // As highlight.js names them.
    span: [['className', /^(?:hljs-[\w-]+|[a-z]+_)$/]],
    td: ['colspan', 'rowspan', ['align', 'left', 'center', 'right']],
    th: ['colspan', 'rowspan', 'scope', ['align', 'left', 'center', 'right']],
    time: ['datetime'],
    ul: [['className', 'contains-task-list']],
  },
  protocols: { href: [...web, 'mailto'], src: web, cite: web },
  ancestors: Object.fromEntries(
    ['tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'caption'].map((tagName) => [tagName, ['table']]),
  ),
  // Raw HTML may name these elements; whatever it says, a box can be ticked by nobody.
  required: { input: { disabled: true, type: 'checkbox' } },
  // What they hold is no text.
  strip: ['script', 'style', 'iframe', 'object', 'svg', 'math', 'template'],
  clobber: [],
};
