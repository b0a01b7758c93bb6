import { parse as parseToml, TomlDate } from 'smol-toml';
import { parse as parseYaml } from 'yaml';

/** What stands at the head of a file, by lower-case names, and the text below it. */
export type FrontMatter = { fields: Record<string, unknown>; body: string };

type Form = { pattern: RegExp; parse: (text: string) => unknown };

/** YAML as all write it, TOML and JSON as Hugo and Hexo do. Hexo lets the first line of dashes out. */
const forms: Form[] = [
  { pattern: /^---[ \t]*\n(.*?)^---[ \t]*(?:\n|$)/ms, parse: yaml },
  { pattern: /^\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*(?:\n|$)/ms, parse: parseToml },
  { pattern: /^(\{\n.*?^\})[ \t]*(?:\n|$)/ms, parse: JSON.parse },
  { pattern: /^;;;[ \t]*\n(.*?)^;;;[ \t]*(?:\n|$)/ms, parse: (text) => JSON.parse(`{${text}}`) },
  { pattern: /^((?:[\w-]+:.*\n|[ \t]*-[ \t].*\n)+)---[ \t]*(?:\n|$)/m, parse: yaml },
];

/** Splits a file; throws with what the parser says when its head cannot be read. */
export function readFrontMatter(file: string): FrontMatter {
  const text = file.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  for (const { pattern, parse } of forms) {
    const found = pattern.exec(text);
    if (found?.index !== 0) continue;
    const fields = (parse(found[1] ?? '') ?? {}) as Record<string, unknown>;
    const lowered = Object.entries(fields).map(([name, value]) => [name.toLowerCase(), value]);
    return { fields: Object.fromEntries(lowered), body: text.slice(found[0].length) };
  }
  return { fields: {}, body: text };
}

/** Dates stay texts, so that one without a zone can be told from one in UTC. */
function yaml(text: string): unknown {
  return parseYaml(text, { schema: 'core', uniqueKeys: false, maxAliasCount: 100 });
}

/** A text, or what can stand for one; null for everything else. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() || null;
  if (typeof value === 'number') return String(value);
  return value instanceof Date ? value.toISOString() : null;
}

/** A list of texts: written as a list, with commas between, or as one. */
export function listOf(value: unknown): string[] {
  if (typeof value === 'string') return value.split(/[,，]/).flatMap((part) => textOf(part) ?? []);
  if (Array.isArray(value)) return value.flatMap((part) => textOf(part) ?? []);
  return textOf(value) === null ? [] : [textOf(value) as string];
}

const withoutZone = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?)?$/;

/** A moment; `zone`, `+08:00` for example, is where clocks stood that tell none of their own. Null when it is none. */
export function momentOf(value: unknown, zone: string): Date | null {
  const text = value instanceof TomlDate ? value.toISOString() : textOf(value)?.replaceAll('/', '-');
  if (!text) return null;
  const [found, year, month = '', day = '', hour = '0', minute = '00', second = '00'] =
    withoutZone.exec(text) ?? [];
  const pad = (part: string) => part.padStart(2, '0');
  // Ruby and Python leave a space before the zone, and the colon in it out.
  const moment = new Date(
    found
      ? `${year}-${pad(month)}-${pad(day)}T${pad(hour)}:${minute}:${second}${zone}`
      : text.replace(/^(\S+) (\d\S+) ?([+-]\d{2}):?(\d{2})$/, '$1T$2$3:$4'),
  );
  return Number.isNaN(moment.getTime()) ? null : moment;
}
