import { type EntityMetadata, type EntityProperty, ReferenceKind } from '@mikro-orm/core';
import { readsOf } from './reads.js';
import type { Selection } from './selection.js';
import { columnOf } from './where.js';

/** How rows of an entity are read: an SQL expression that builds one as JSON, and what makes its values whole. */
export type RowPlan = {
  /** For a row of the table or alias `alias`. */
  json: (alias: string) => string;
  /** Turns what JSON cannot hold back into what it was; changes `row` in place. */
  revive: (row: Row) => void;
};

type Row = Record<string, unknown>;

type Relation = { property: EntityProperty; plan: RowPlan };

const plans = new WeakMap<Selection, Map<string, RowPlan>>();

/** The plan for what a selection asks of an entity. `always` names properties that are read in any case. */
export function planRows(
  meta: EntityMetadata,
  selection: Selection,
  always: readonly string[] = [],
): RowPlan {
  const known = plans.get(selection) ?? new Map<string, RowPlan>();
  const key = [meta.className, ...always].join();
  const plan = known.get(key) ?? makePlan(meta, selection, always);
  plans.set(selection, known.set(key, plan));
  return plan;
}

function makePlan(meta: EntityMetadata, selection: Selection, always: readonly string[]): RowPlan {
  const columns = new Set<string>(['id', ...always]);
  const relations = new Map<string, Relation>();
  for (const [field, below] of selection) {
    const property = meta.properties[field as never] as EntityProperty | undefined;
    const computed = readsOf(meta.class, field);
    if (field === '*') for (const name of plainColumns(meta)) columns.add(name);
    else if (computed) for (const name of computed) columns.add(name);
    else if (property?.targetMeta)
      relations.set(field, { property, plan: planRows(property.targetMeta, below) });
    else if (property) columns.add(field);
    else throw new Error(`${meta.className}.${field} is no column; say with @Reads what it is made of.`);
  }
  for (const name of relations.keys()) columns.delete(name);
  const properties = [...columns].map((name) => meta.properties[name as never] as EntityProperty);
  const texts = new Map<string, string>();
  const json = (alias: string) => {
    const text = texts.get(alias) ?? jsonText(meta, properties, relations, alias);
    texts.set(alias, text);
    return text;
  };
  return { json, revive: reviverOf(properties, relations) };
}

const plainColumns = (meta: EntityMetadata): string[] =>
  meta.props
    .filter((property) => property.kind === ReferenceKind.SCALAR && !property.lazy)
    .map(({ name }) => name);

function jsonText(
  meta: EntityMetadata,
  properties: EntityProperty[],
  relations: Map<string, Relation>,
  alias: string,
): string {
  const pairs = properties.map((property) => `'${property.name}', ${valueSql(meta, property, alias)}`);
  for (const [name, relation] of relations) pairs.push(`'${name}', (${related(meta, relation, alias)})`);
  return `json_build_object(${pairs.join(', ')})`;
}

function valueSql(
  meta: EntityMetadata,
  { name, targetMeta, nullable }: EntityProperty,
  alias: string,
): string {
  const column = columnOf(meta, alias, name);
  if (!targetMeta) return column;
  const reference = `json_build_object('id', ${column})`;
  return nullable ? `case when ${column} is not null then ${reference} end` : reference;
}

function related(meta: EntityMetadata, { property, plan }: Relation, alias: string): string {
  const target = property.targetMeta as EntityMetadata;
  const inner = below(alias);
  const row = plan.json(inner);
  const from = `from ${target.tableName} ${inner}`;
  switch (property.kind) {
    case ReferenceKind.MANY_TO_ONE:
      return `select ${row} ${from} where ${inner}.id = ${columnOf(meta, alias, property.name)}`;
    case ReferenceKind.ONE_TO_MANY: {
      const owner = columnOf(target, inner, property.mappedBy);
      return `select ${inOrder(property, row, inner)} ${from} where ${owner} = ${alias}.id`;
    }
    default: {
      const link = `${inner}_link`;
      return (
        `select ${inOrder(property, row, inner)} from ${property.pivotTable} ${link} join ${target.tableName} ${inner} ` +
        `on ${inner}.id = ${link}."${property.inverseJoinColumns[0]}" where ${link}."${property.joinColumns[0]}" = ${alias}.id`
      );
    }
  }
}

/** `r1` below `r`: short however deep, as PostgreSQL cuts long names. */
const below = (alias: string): string => alias.replace(/\d*$/, (depth) => String(Number(depth) + 1));

/** All rows of a to-many relation as one list, in the order that its property says. */
function inOrder({ orderBy, targetMeta }: EntityProperty, row: string, alias: string): string {
  const [order = {}] = [orderBy ?? {}].flat();
  const [by = 'id'] = Object.keys(order);
  return `coalesce(json_agg(${row} order by ${columnOf(targetMeta as EntityMetadata, alias, by)}), '[]')`;
}

function reviverOf(properties: EntityProperty[], relations: Map<string, Relation>): RowPlan['revive'] {
  const dates = properties
    .filter((property) => property.runtimeType === 'Date')
    .map((property) => property.name);
  return (row) => {
    for (const name of dates) if (row[name] != null) row[name] = new Date(row[name] as string);
    for (const [name, { plan }] of relations) {
      const value = row[name] as Row | Row[] | null;
      if (Array.isArray(value)) value.forEach(plan.revive);
      else if (value) plan.revive(value);
    }
  };
}
