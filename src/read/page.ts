import { decodeCursor, encodeCursor, type OrderValue } from '../core/cursor.js';
import { type Page, type PageArgs, type PageOrder, pageSize } from '../core/page.js';
import type { Where } from './where.js';

/**
 * What the cursors of a page ask of its rows, which are ordered by values of `type`; throws BAD_USER_INPUT when they
 * are of another list.
 */
export function cursorBounds<T>(order: PageOrder<T>, type: string, { after, before }: PageArgs): Where<T>[] {
  const bound = (cursor: string, argument: string, greater: boolean) =>
    beyond(order, decodeCursor(cursor, order.name, type, argument), greater);
  return [
    ...(after != null ? [bound(after, 'after', !order.descending)] : []),
    ...(before != null ? [bound(before, 'before', order.descending)] : []),
  ];
}

/** The rows on one side of a cursor. The bound on the property alone is what an index can use. */
function beyond<T>(
  order: PageOrder<T>,
  { value, id }: { value: OrderValue; id: string },
  greater: boolean,
): Where<T> {
  const operator = greater ? '$gt' : '$lt';
  return {
    $and: [
      { [order.property]: { [`${operator}e`]: value } },
      { $or: [{ [order.property]: { [operator]: value } }, { id: { [operator]: id } }] },
    ],
  } as unknown as Where<T>;
}

/** The page of a list whose rows nobody asks for. */
export const emptyPage = <T>(count: Page<T>['count']): Page<T> => ({
  edges: [],
  nodes: [],
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
  count,
});

/** The page that `rows` make: they are in the order they were read in, one more than the page has when more follow. */
export function pageOf<T extends { id: string }>(
  rows: T[],
  order: PageOrder<T>,
  args: PageArgs,
  count: Page<T>['count'],
): Page<T> {
  const backward = args.last != null;
  const size = pageSize(args);
  const more = rows.length > size;
  const nodes = rows.slice(0, size);
  if (backward) nodes.reverse();
  const cursorOf = (node: T) => encodeCursor(order.name, node[order.property] as OrderValue, node.id);
  const [first, last] = [nodes.at(0), nodes.at(-1)];
  return {
    // Cursors are made for those who ask: many look at nodes alone.
    get edges() {
      return nodes.map((node) => ({ node, cursor: cursorOf(node) }));
    },
    nodes,
    get pageInfo() {
      return {
        hasNextPage: backward ? args.before != null : more,
        hasPreviousPage: backward ? more : args.after != null,
        startCursor: first ? cursorOf(first) : null,
        endCursor: last ? cursorOf(last) : null,
      };
    },
    count,
  };
}
