/** A day, with the time of it on demand; in the language of the page, so that screen readers pronounce it right. */
export function Moment({ at }: { at: string }) {
  const date = new Date(at);
  const { lang } = document.documentElement;
  return (
    <time dateTime={date.toISOString()} title={date.toLocaleString(lang)}>
      {date.toLocaleDateString(lang, { dateStyle: 'medium' })}
    </time>
  );
}
