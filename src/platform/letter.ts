import type { Locale } from '../core/locale.js';

/** What a mail says, in plain text. */
export type Letter = {
  locale: Locale;
  subject: string;
  greeting: string;
  paragraphs: string[];
  /** What the mail asks for: a page of the web client. */
  link: { label: string; path: string };
  /** What stands below the link. */
  remarks: string[];
};

/** The text and the HTML of a letter that comes from the site at `siteUrl`. */
export function renderLetter(letter: Letter, siteUrl: string): { text: string; html: string } {
  const { greeting, paragraphs, link, remarks } = letter;
  const url = siteUrl + link.path;
  const text = [greeting, ...paragraphs, `${link.label}:\n${url}`, ...remarks, `-- \nInkstone\n${siteUrl}`];
  return { text: `${text.join('\n\n')}\n`, html: htmlOf(letter, url, siteUrl) };
}

function htmlOf(
  { locale, subject, greeting, paragraphs, link, remarks }: Letter,
  url: string,
  siteUrl: string,
) {
  const paragraph = (text: string) => `<p>${asHtml(text)}</p>`;
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><title>${asHtml(subject)}</title></head>
<body style="max-width: 36em; margin: 2em auto; padding: 0 1em; font: 16px/1.6 sans-serif">
${[greeting, ...paragraphs].map(paragraph).join('\n')}
<p><a href="${asHtml(url)}">${asHtml(link.label)}</a></p>
${remarks.map(paragraph).join('\n')}
<hr>
<p><a href="${asHtml(siteUrl)}">Inkstone</a></p>
</body>
</html>
`;
}

const asHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
