import { outsideCode } from './outside-code.js';

type Rule = [pattern: RegExp, replacement: string | ((...found: string[]) => string)];

/** Names of other posts become links once their addresses are known. */
export const postReference = /\{post:([^}\n]+)\}/g;

const attribute = (text: string, name: string): string =>
  new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|(\\S+))`).exec(text)?.slice(1).find(Boolean) ?? '';

const figure = (_all: string, given: string): string => {
  const words = attribute(given, 'alt') || attribute(given, 'caption') || attribute(given, 'title');
  return `![${words}](<${attribute(given, 'src')}>)`;
};

/** Keeps what stands in it from being understood. */
const rawMarks = /\{%-?\s*(?:end)?raw\s*-?%\}\n?/g;

const code = (_all: string, language: string, text: string): string =>
  `\`\`\`${language.replace(/^lang:/, '')}\n${text.replace(rawMarks, '').replace(/^\n|\n$/g, '')}\n\`\`\``;

/** Code between braces of Hexo (Nunjucks), Jekyll (Liquid) and Hugo. */
const codeRules: Rule[] = [
  [
    /\{%-?\s*(?:highlight|codeblock|code)\s+(?:.*?lang:)?([\w+#-]*).*?%\}(.*?)\{%-?\s*end(?:highlight|codeblock|code)\s*-?%\}/gs,
    code,
  ],
  [/\{\{[<%]\s*highlight\s+"?([\w+#-]*)"?.*?[>%]\}\}(.*?)\{\{[<%]\s*\/\s*highlight\s*[>%]\}\}/gs, code],
];

/** What else they write that has a form in Markdown; in code it stands for itself. */
const rules: Rule[] = [
  [/\{\{[<%]\s*figure\s+(.*?)\/?[>%]\}\}/gs, figure],
  [
    /\{%-?\s*asset_img\s+(?:[\w-]+\s+)?["']?(\S+?\.\w+)["']?(?:\s+\d+)*\s*["']?(.*?)["']?\s*-?%\}/g,
    '![$2](<$1>)',
  ],
  [/\{%-?\s*(?:asset_path|asset_link)\s+["']?(\S+?)["']?(?:\s+.*?)?\s*-?%\}/g, '$1'],
  [
    /\{%-?\s*post_link\s+["']?(\S+?)["']?\s+["']?(.+?)["']?(?:\s+(?:true|false))?\s*-?%\}/g,
    '[$2]({post:$1})',
  ],
  [/\{%-?\s*(?:post_link|post_url|post_path)\s+["']?(\S+?)["']?\s*-?%\}/g, '{post:$1}'],
  [/\{\{[<%]\s*(?:rel)?ref\s+"([^"]+?)(?:\.md)?"\s*[>%]\}\}/g, '{post:$1}'],
  [/\{\{\s*site\.(?:baseurl|url)\s*\}\}/g, ''],
  [/\{\{\s*(["'])(\S+?)\1\s*\|\s*(?:relative_url|absolute_url)\s*\}\}/g, '$2'],
  [rawMarks, ''],
];

const leftOver = /\{%-?\s*(\w+).*?%\}|\{\{[<%]\s*(\w+).*?[>%]\}\}/g;

const apply = (text: string, [pattern, replacement]: Rule): string =>
  text.replace(pattern, replacement as string);

/** Markdown without what only the other program understands; `left` names what stays as text. */
export function withoutShortcodes(markdown: string): { markdown: string; left: string[] } {
  const left = new Set<string>();
  const converted = outsideCode(codeRules.reduce(apply, markdown), (prose) => {
    const changed = rules.reduce(apply, prose);
    for (const [, liquid, hugo] of changed.matchAll(leftOver)) left.add(liquid ?? (hugo as string));
    return changed;
  });
  return { markdown: converted, left: [...left] };
}
