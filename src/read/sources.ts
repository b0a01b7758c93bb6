const tables = /\b(?:from|join)\s+(?:only\s+|lateral\s+)?"?(\w+)"?(?:\s+(?:as\s+)?"?\w+"?)?(\s*,)?/gi;

/** Tables without a join between them, and what differs from one call to the next. */
const unclear = /\b(?:now|random|\w*_timestamp|timeofday|nextval)\s*\(|\bcurrent_\w+|\blocaltime/i;

/**
 * The tables that a statement reads from, as its text says. A name that is no table stands for what cannot be told,
 * so that nobody takes the answer for one that only depends on tables.
 */
export function sourcesOf(text: string): ReadonlySet<string> {
  const found = [...text.matchAll(tables)];
  const names = found.map(([, name = '']) => name);
  const isUnclear = unclear.test(text) || found.some(([, , comma]) => comma);
  return new Set(isUnclear ? [...names, '?'] : names);
}
