import { useLayoutEffect } from 'react';

/** What the server has rendered and made safe. The address may name a place in it. */
export function PostBody({ html }: { html: string }) {
  useLayoutEffect(() => {
    // Decoded as a query, which never throws.
    const id = new URLSearchParams(`id=${location.hash.slice(1)}`).get('id');
    if (id && html.includes(` id="${id}"`)) document.getElementById(id)?.scrollIntoView();
  }, [html]);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the server sanitises it, and the CSP runs nothing inline
  return <div className="post-body" lang="" dir="auto" dangerouslySetInnerHTML={{ __html: lowered(html) }} />;
}

/** The page's own title is the only first-level heading. In text, `<` is escaped: these are tags. */
const lowered = (html: string): string =>
  html.replace(/(<\/?h)([1-5])\b/g, (_, start: string, level: string) => `${start}${Number(level) + 1}`);
