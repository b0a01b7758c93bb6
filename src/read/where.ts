import type { EntityMetadata, EntityProperty, FormulaCallback, Ref } from '@mikro-orm/core';

type Scalar = string | number | boolean | Date | null;

type Comparison = { $in: readonly Scalar[] } | { $ne: Scalar } | { $ilike: string } | typeof ofOwner | Bounds;

/** Belongs to the owner whose page is read: see `Reader.pages`. */
export const ofOwner = { $owner: true } as const;

/** Contains this text, in any case; nothing in it is a wildcard. */
export const containing = (text: string) => ({ $ilike: `%${text.replace(/[\\%_]/g, '\\$&')}%` });

const tables = { post: 'posts', tag: 'tags', category: 'categories' };

/**
 * The id of the row that has a slug or, when none has it, of the one that had it: an expression of SQL with the slug
 * for both of its places.
 */
export const idOfSlug = (noun: keyof typeof tables): string =>
  `coalesce((select id from ${tables[noun]} where slug = ?), (select ${noun}_id from ${noun}_slugs where slug = ?))`;

/** Has this slug, or had it and nobody has it now. */
export const slugged = (noun: keyof typeof tables, slug: string): { $sql: Fragment } => ({
  $sql: { sql: `{}.id = ${idOfSlug(noun)}`, values: [slug, slug] },
});

type Bounds = { $lt?: Scalar; $lte?: Scalar; $gt?: Scalar; $gte?: Scalar };

type Value<V> = V extends Ref<infer R> ? string | Comparison | { $is: Where<R> } : Scalar | Comparison;

/** Part of a statement in SQL; `?` stands for the values in turn, `{}` for the alias of the row's table. */
type Fragment = { sql: string; values: Scalar[] };

/** Which rows: what policies and filters say, and what one statement can ask for. */
export type Where<T> =
  | { $and: readonly Where<T>[] }
  | { $or: readonly Where<T>[] }
  | { $not: Where<T> }
  | { $sql: Fragment }
  | { [P in keyof T]?: Value<T[P]> };

/** Gathers the values of a statement; each becomes a numbered place. */
export class Parameters {
  readonly values: unknown[] = [];

  add(value: unknown): string {
    return `$${this.values.push(value)}`;
  }
}

/** The condition in SQL. An empty one is true, and so is an empty `$and`; an empty `$or` is false. */
export function compileWhere<T>(
  meta: EntityMetadata<T>,
  alias: string,
  where: Where<T>,
  parameters: Parameters,
): string {
  const conditions = Object.entries(where).map(([key, value]) =>
    compileEntry(meta, alias, key, value, parameters),
  );
  return conditions.length > 0 ? conditions.join(' and ') : 'true';
}

function compileEntry<T>(
  meta: EntityMetadata<T>,
  alias: string,
  key: string,
  value: unknown,
  parameters: Parameters,
): string {
  const compile = (part: Where<T>) => compileWhere(meta, alias, part, parameters);
  switch (key) {
    case '$and':
      return (value as Where<T>[]).map((part) => `(${compile(part)})`).join(' and ') || 'true';
    case '$or':
      return `(${(value as Where<T>[]).map((part) => `(${compile(part)})`).join(' or ') || 'false'})`;
    case '$not':
      return `not (${compile(value as Where<T>)})`;
    case '$sql':
      return compileFragment(alias, value as Fragment, parameters);
    default:
      return value !== null && typeof value === 'object' && '$is' in value
        ? compileRelated(meta, alias, key, value.$is as Where<object>, parameters)
        : compare(columnOf(meta, alias, key), value as Scalar | Comparison, parameters);
  }
}

/** The row that a relation leads to fits a condition of its own. */
function compileRelated<T>(
  meta: EntityMetadata<T>,
  alias: string,
  key: string,
  where: Where<object>,
  parameters: Parameters,
): string {
  const target = (meta.properties as Record<string, EntityProperty>)[key]?.targetMeta as EntityMetadata;
  const inner = `${alias}_${key}`;
  const condition = compileWhere<object>(target, inner, where, parameters);
  const link = `${inner}.id = ${columnOf(meta, alias, key)}`;
  return `exists (select 1 from ${target.tableName} ${inner} where ${link} and (${condition}))`;
}

function compileFragment(alias: string, { sql, values }: Fragment, parameters: Parameters): string {
  const rest = [...values];
  return sql.replaceAll('{}', alias).replace(/\?/g, () => parameters.add(rest.shift()));
}

/** The column of a property, of the row that `alias` stands for; for a computed one the expression in its place. */
export function columnOf<T>(meta: EntityMetadata<T>, alias: string, name: string): string {
  const property = (meta.properties as Record<string, EntityProperty>)[name];
  if (property?.formula) return `(${computed(meta, property.formula, alias)})`;
  if (!property?.fieldNames?.[0]) throw new Error(`${meta.className} has no column for ${name}.`);
  return `${alias}."${property.fieldNames[0]}"`;
}

/** The columns of the row are the parameter of a formula, as they are when the entity manager asks. */
function computed<T>(meta: EntityMetadata<T>, formula: FormulaCallback<T>, alias: string): string {
  const own = meta.props.filter((property) => property.fieldNames?.[0] && !property.formula);
  const columns = own.map(({ name }) => [name, columnOf(meta, alias, name)]);
  const table = { alias, name: meta.tableName, qualifiedName: meta.tableName };
  return String(formula(Object.fromEntries(columns), table));
}

const operators: Record<string, string> = {
  $ne: '<>',
  $lt: '<',
  $lte: '<=',
  $gt: '>',
  $gte: '>=',
  $ilike: 'ilike',
};

function compare(column: string, value: Scalar | Comparison, parameters: Parameters): string {
  if (value === null) return `${column} is null`;
  if (typeof value !== 'object' || value instanceof Date) return `${column} = ${parameters.add(value)}`;
  if ('$owner' in value) return `${column} = owner.id`;
  if ('$in' in value) return `${column} = any(${parameters.add(value.$in)})`;
  return Object.entries(value)
    .map(([operator, bound]) =>
      bound === null ? `${column} is not null` : `${column} ${operators[operator]} ${parameters.add(bound)}`,
    )
    .join(' and ');
}
