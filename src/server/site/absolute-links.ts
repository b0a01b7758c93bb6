const tag = /<[a-z](?:[^>"]|"[^"]*")*>/gi;
const link = / (href|src)="([^"]*)"/g;

/** Sanitised HTML with links that work in other places too: relative ones lead where they lead at `url`. */
export const absoluteLinks = (html: string, url: string): string =>
  html.replace(tag, (whole) =>
    whole.replace(link, (_, name, to) => ` ${name}="${URL.parse(to, url)?.href ?? to}"`),
  );
