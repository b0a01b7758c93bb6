import type { EntityMetadata, EntityProperty, MetadataStorage } from '@mikro-orm/core';
import { type Page, type PageArgs, type PageOrder, pageSize } from '../core/page.js';
import { cursorBounds, emptyPage, pageOf } from './page.js';
import { planRows, type RowPlan } from './row-plan.js';
import { rowsOf, type Selection } from './selection.js';
import type { Statements } from './statements.js';
import { columnOf, compileWhere, Parameters, type Where } from './where.js';

type Entity<T> = abstract new () => T;

/**
 * Reads rows for answering: what a document asks for, in one statement, as plain objects that have the properties
 * of the entity that were asked for, and the relations below them. They are shared between requests: do not change
 * them. What is going to change is loaded with the entity manager instead.
 */
export type Reader = {
  /** The row that fits `where`, or null. */
  one: <T extends object>(entity: Entity<T>, where: Where<T>, selection: Selection) => Promise<T | null>;
  /** Every row that fits `where`, ordered by `order`: for what is few by its nature, or a part of what is not. */
  all: <T extends object>(
    entity: Entity<T>,
    where: Where<T>,
    selection: Selection,
    order?: keyof T & string,
    part?: { skip: number; most: number },
  ) => Promise<T[]>;
  /** How many of the rows that fit `where` belong to each month, in UTC, by a moment that they have; newest first. */
  months: <T extends object>(
    entity: Entity<T>,
    where: Where<T>,
    moment: keyof T & string,
  ) => Promise<MonthCount[]>;
  /** What a statement of its own finds, where no page says it. It is planned each time, for the values that it has. */
  found: <T extends object, F>(
    entity: Entity<T>,
    selection: Selection,
    write: (parts: StatementParts<T>) => string,
  ) => Promise<F[]>;
  /** A page of the rows that fit `where`. Throws BAD_USER_INPUT for impossible sizes and foreign cursors. */
  page: <T extends { id: string }>(
    entity: Entity<T>,
    where: Where<T>,
    order: PageOrder<T>,
    args: PageArgs,
    connection: Selection,
  ) => Promise<Page<T>>;
  /** The same for each of `owners`, by their ids and in one statement. */
  pages: <T extends { id: string }>(
    owners: readonly string[],
    query: PageQuery<T>,
  ) => Promise<Map<string, Page<T>>>;
};

/** A month counts from 1. */
type MonthCount = { year: number; month: number; count: number };

/** A page of each of many owners: `where` says with `ofOwner` what is whose. */
export type PageQuery<T> = {
  entity: Entity<T>;
  where: Where<T>;
  order: PageOrder<T>;
  args: PageArgs;
  connection: Selection;
};

/** What a statement is put together from; it returns one JSON value a row, which may have rows of the entity as `node`. */
export type StatementParts<T> = {
  /** The row of this alias, with what was selected. */
  node: (alias: string) => string;
  where: (alias: string, where: Where<T>) => string;
  value: (value: unknown) => string;
};

const root = 'r';

export function createReader(metadata: MetadataStorage, statements: Statements): Reader {
  const metaOf = <T>(entity: Entity<T>) => metadata.get<T>(entity as never) as EntityMetadata<T>;

  return {
    one: async (entity, where, selection) => {
      const meta = metaOf(entity);
      const plan = planRows(meta as EntityMetadata, selection);
      const parameters = new Parameters();
      const conditions = compileWhere(meta, root, where, parameters);
      const text = `select ${plan.json(root)} from ${meta.tableName} ${root} where ${conditions} limit 1`;
      const [row] = await statements.rows(text, parameters.values, plan.revive);
      return (row ?? null) as never;
    },

    all: async (entity, where, selection, order, part) => {
      const meta = metaOf(entity);
      const plan = planRows(meta as EntityMetadata, selection);
      const parameters = new Parameters();
      const conditions = compileWhere(meta, root, where, parameters);
      const sorted = order ? `order by ${columnOf(meta, root, order)}` : '';
      const some = part ? `limit ${parameters.add(part.most)} offset ${parameters.add(part.skip)}` : '';
      const text = `select ${plan.json(root)} from ${meta.tableName} ${root} where ${conditions} ${sorted} ${some}`;
      return (await statements.rows(text, parameters.values, plan.revive)) as never[];
    },

    months: async (entity, where, moment) => {
      const meta = metaOf(entity);
      const parameters = new Parameters();
      const month = `date_trunc('month', ${columnOf(meta, root, moment)} at time zone 'UTC')`;
      const part = (name: string) => `date_part('${name}', ${month})`;
      const text =
        `select json_build_object('year', ${part('year')}, 'month', ${part('month')}, 'count', count(*)) ` +
        `from ${meta.tableName} ${root} where ${compileWhere(meta, root, where, parameters)} ` +
        `group by ${month} order by ${month} desc`;
      return statements.rows(text, parameters.values);
    },

    found: async (entity, selection, write) => {
      const meta = metaOf(entity);
      const plan = planRows(meta as EntityMetadata, selection);
      const parameters = new Parameters();
      const text = write({
        node: plan.json,
        where: (alias, where) => compileWhere(meta, alias, where, parameters),
        value: (value) => parameters.add(value),
      });
      const revive = ({ node }: { node?: Record<string, unknown> }) => node && plan.revive(node);
      return (await statements.rows(text, parameters.values, revive, 'each time')) as never[];
    },

    page: async (entity, where, order, args, connection) => {
      const meta = metaOf(entity);
      const parameters = new Parameters();
      const rows = rowsSql(meta, where, order, args, connection, parameters);
      const count = () => countRows(meta, where, statements);
      if (!rows) return emptyPage(count);
      const read = await statements.rows(rows.text, parameters.values, rows.revive);
      return pageOf(read as never[], order, args, count);
    },

    pages: async (owners, { entity, where, order, args, connection }) => {
      const meta = metaOf(entity);
      const parameters = new Parameters();
      const ids = parameters.add(owners);
      const rows = rowsSql(meta, where, order, args, connection, parameters);
      const list = rows
        ? `select coalesce(json_agg(page.item), '[]') from (${rows.text}) page(item)`
        : 'null';
      const total = connection.has('totalCount') ? countSql(meta, where, parameters) : 'null';
      const text =
        `select json_build_object('owner', owner.id, 'rows', (${list}), 'total', (${total})) ` +
        `from unnest(${ids}::uuid[]) owner(id)`;
      const revive = (owned: Owned) => {
        for (const row of owned.rows ?? []) rows?.revive(row);
      };
      const owned = await statements.rows<Owned>(text, parameters.values, revive);
      return new Map(owned.map((each) => [each.owner, pageOfOwner(each, order, args)]));
    },
  };
}

/** What belongs to one owner; null is what nobody asked for. */
type Owned = { owner: string; rows: Record<string, unknown>[] | null; total: number | null };

function pageOfOwner<T extends { id: string }>(
  { rows, total }: Owned,
  order: PageOrder<T>,
  args: PageArgs,
): Page<T> {
  const count = async () => total ?? 0;
  return rows ? pageOf(rows as unknown as T[], order, args, count) : emptyPage(count);
}

/** Reads a page, and one row more when more follow; null when its rows are not asked for. */
function rowsSql<T>(
  meta: EntityMetadata<T>,
  where: Where<T>,
  order: PageOrder<T>,
  args: PageArgs,
  connection: Selection,
  parameters: Parameters,
): { text: string; revive: RowPlan['revive'] } | null {
  const size = pageSize(args);
  const { runtimeType } = meta.properties[order.property as never] as EntityProperty;
  const bounds = cursorBounds(order, runtimeType, args);
  const selection = rowsOf(connection);
  if (!selection) return null;
  const plan = planRows(meta as EntityMetadata, selection, [order.property]);
  const conditions = compileWhere(meta, root, { $and: [where, ...bounds] }, parameters);
  const direction = order.descending !== (args.last != null) ? 'desc' : 'asc';
  const column = columnOf(meta, root, order.property);
  const text =
    `select ${plan.json(root)} from ${meta.tableName} ${root} where ${conditions} ` +
    `order by ${column} ${direction}, ${root}.id ${direction} limit ${parameters.add(size + 1)}`;
  return { text, revive: plan.revive };
}

const countSql = <T>(meta: EntityMetadata<T>, where: Where<T>, parameters: Parameters): string =>
  `select count(*)::int from ${meta.tableName} ${root} where ${compileWhere(meta, root, where, parameters)}`;

async function countRows<T>(
  meta: EntityMetadata<T>,
  where: Where<T>,
  statements: Statements,
): Promise<number> {
  const parameters = new Parameters();
  const [count = 0] = await statements.rows<number>(countSql(meta, where, parameters), parameters.values);
  return count;
}
