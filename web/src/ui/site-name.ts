/** What this site is called, as the server says in the head of each page. */
export const siteName =
  document.querySelector<HTMLMetaElement>('meta[name="application-name"]')?.content ?? 'Inkstone';
