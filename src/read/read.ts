import type { EntityMetadata, MetadataStorage } from '@mikro-orm/core';
import { decodeCursor, encodeCursor } from '../core/cursor.js';
import { type Page, type PageArgs, type PageOrder, pageSize } from '../core/page.js';
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
  /** A page of the rows that fit `where`. Throws BAD_USER_INPUT for impossible sizes and foreign cursors. */
  page: <T extends { id: string }>(
    entity: Entity<T>,
    where: Where<T>,
    order: PageOrder<T>,
    args: PageArgs,
    connection: Selection,
  ) => Promise<Page<T>>;
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

    page: async (entity, where, order, args, connection) => {
      const meta = metaOf(entity);
      const size = pageSize(args);
      const bounds = [where, ...cursorBounds(order, args)];
      const count = () => countRows(meta, where, statements);
      const selection = rowsOf(connection);
      if (!selection) return emptyPage(count);
      const plan = planRows(meta as EntityMetadata, selection, [order.property]);
      const rows = await pageRows(
        meta,
        plan,
        { $and: bounds },
        order,
        args.last != null,
        size + 1,
        statements,
      );
      return pageOf(rows, order, args, size, count);
    },
  };
}

async function pageRows<T>(
  meta: EntityMetadata<T>,
  plan: RowPlan,
  where: Where<T>,
  order: PageOrder<T>,
  backward: boolean,
  limit: number,
  statements: Statements,
): Promise<T[]> {
  const parameters = new Parameters();
  const conditions = compileWhere(meta, root, where, parameters);
  const direction = order.descending !== backward ? 'desc' : 'asc';
  const column = columnOf(meta, root, order.property);
  const text =
    `select ${plan.json(root)} from ${meta.tableName} ${root} where ${conditions} ` +
    `order by ${column} ${direction}, ${root}.id ${direction} limit ${parameters.add(limit)}`;
  return statements.rows(text, parameters.values, plan.revive as (row: T) => void);
}

async function countRows<T>(
  meta: EntityMetadata<T>,
  where: Where<T>,
  statements: Statements,
): Promise<number> {
  const parameters = new Parameters();
  const conditions = compileWhere(meta, root, where, parameters);
  const text = `select count(*)::int from ${meta.tableName} ${root} where ${conditions}`;
  const [count = 0] = await statements.rows<number>(text, parameters.values);
  return count;
}

function cursorBounds<T>(order: PageOrder<T>, { after, before }: PageArgs): Where<T>[] {
  const bounds: Where<T>[] = [];
  if (after != null) bounds.push(beyond(order, decodeCursor(after, order.name, 'after'), !order.descending));
  if (before != null)
    bounds.push(beyond(order, decodeCursor(before, order.name, 'before'), order.descending));
  return bounds;
}

/** The rows on one side of a cursor. The bound on the property alone is what an index can use. */
function beyond<T>(
  order: PageOrder<T>,
  { moment, id }: { moment: Date; id: string },
  greater: boolean,
): Where<T> {
  const operator = greater ? '$gt' : '$lt';
  return {
    $and: [
      { [order.property]: { [`${operator}e`]: moment } },
      { $or: [{ [order.property]: { [operator]: moment } }, { id: { [operator]: id } }] },
    ],
  } as unknown as Where<T>;
}

const emptyPage = <T>(count: Page<T>['count']): Page<T> => ({
  edges: [],
  nodes: [],
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
  count,
});

/** `rows` has one more than the page when more follows. */
function pageOf<T extends { id: string }>(
  rows: T[],
  order: PageOrder<T>,
  args: PageArgs,
  size: number,
  count: Page<T>['count'],
): Page<T> {
  const backward = args.last != null;
  const more = rows.length > size;
  const nodes = rows.slice(0, size);
  if (backward) nodes.reverse();
  const edges = nodes.map((node) => ({
    node,
    cursor: encodeCursor(order.name, node[order.property] as Date, node.id),
  }));
  return {
    edges,
    nodes,
    pageInfo: {
      hasNextPage: backward ? args.before != null : more,
      hasPreviousPage: backward ? more : args.after != null,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    count,
  };
}
