/** What may stand before a parenthesis: keywords, and functions whose value their arguments alone decide. */
const plain = new Set(
  (
    'select from where and or not in any all exists on by having lateral join union except intersect as filter over ' +
    'json_build_object json_agg unnest coalesce count min max sum lower upper length greatest least nullif date_trunc ' +
    'date_part substr regexp_instr ts_rank_cd'
  ).split(' '),
);

/** What differs from one call to the next, or reads a table without saying `from`. */
const unclearWords = /\b(?:current_\w+|localtime\w*|(?:session_|system_)?user|tablesample|table)\b/i;

/** Literals that are moments, and what hides where literals and names end. */
const unclearLiterals = /'(?:now|today|tomorrow|yesterday)\b|--|\/\*|\$[a-z_]*\$|\be'/i;

const afterFrom = /\bfrom\b(.*)/is;
const clauses =
  /\b(?:select|where|group|having|window|order|limit|offset|fetch|for|union|except|intersect)\b/i;
const tables =
  /\b(?:from|join)\b\s*(?:(?:only|lateral)\b\s*)?(?:"?([\w.]+)"?(?![\w."]|\s*\{)|\w+\s*\{|\{query\})?/gi;
/** Not the name of what stands in parentheses before it, which may name columns. */
const beforeParenthesis = /(\}\s*(?:as\s+)?)?\b(\w+)"?\s*\{/g;

/**
 * The tables that a statement reads from, as its text says. `?` stands for what cannot be told, so that nobody takes
 * the answer for one that depends on tables alone: whatever is not known to be plain counts as that.
 */
export function sourcesOf(text: string): ReadonlySet<string> {
  const bare = text.replace(/'[^']*'/g, "''");
  const sources = new Set(levelsOf(bare).flatMap(sourcesOfLevel));
  if (unclearWords.test(bare) || unclearLiterals.test(text)) sources.add('?');
  return sources;
}

/** A text without parentheses: what stood inside of each is a text of its own. */
function levelsOf(text: string): string[] {
  const inner: string[] = [];
  const outer = text.replace(/\(([^()]*)\)/g, (_, content: string) => {
    inner.push(content);
    return /^\s*(?:select|with)\b/i.test(content) ? '{query}' : '{}';
  });
  return inner.length > 0 ? [...inner, ...levelsOf(outer)] : [outer];
}

function sourcesOfLevel(level: string): string[] {
  const named = [...level.matchAll(tables)].map(([found, name]) => name ?? (/[{}]$/.test(found) ? [] : '?'));
  const words = [...level.matchAll(beforeParenthesis)].flatMap(([, alias, word = '']) => (alias ? [] : word));
  // A comma joins tables whose names stand anywhere.
  const joins = level.split(clauses).some((clause) => afterFrom.exec(clause)?.[1]?.includes(','));
  const isPlain = !joins && words.every((word) => plain.has(word.toLowerCase()));
  return [...named.flat(), ...(isPlain ? [] : ['?'])];
}
