import { badField } from './errors.js';
import { isId } from './id.js';

/** The beginning of the calendar that PostgreSQL and JavaScript write alike. */
export const earliest = new Date('0001-01-01T00:00:00.000Z');

/** What a list is ordered by. Numbers are whole. */
export type OrderValue = Date | string | number;

/** A place in a list of one order: opaque to clients, and of no use in another order. */
export const encodeCursor = (order: string, value: OrderValue, id: string): string =>
  Buffer.from(`${order} ${value instanceof Date ? value.toISOString() : value} ${id}`).toString('base64url');

/** Reads a value back by the name of its type; null for what no list can have. */
const readers: Record<string, (text: string) => OrderValue | null> = {
  Date: (text) => {
    const moment = new Date(text);
    return /^[0-9]{4}-/.test(text) && moment >= earliest ? moment : null;
  },
  number: (text) => (/^-?\d{1,9}$/.test(text) ? Number(text) : null),
  string: (text) => (text.includes('\0') ? null : text),
};

/**
 * Reads back a cursor for a list that is ordered by a `Date`, a `string` or a `number`; throws BAD_USER_INPUT unless
 * it has the form that `encodeCursor` gives it for the same order.
 */
export function decodeCursor(
  cursor: string,
  order: string,
  type: string,
  argument: string,
): { value: OrderValue; id: string } {
  const text = Buffer.from(cursor, 'base64url').toString();
  const [, name, written = '', id = ''] = /^(\S+) (.*) (\S+)$/s.exec(text) ?? [];
  const value = readers[type]?.(written) ?? null;
  const genuine = name === order && isId(id) && value !== null;
  if (genuine && encodeCursor(order, value, id) === cursor) return { value, id };
  throw badField(
    [argument],
    'CURSOR',
    'This cursor is not from a list in the same order. Start again without it.',
  );
}
