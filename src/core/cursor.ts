import { badField } from './errors.js';
import { isId } from './id.js';

/** The beginning of the calendar that PostgreSQL and JavaScript write alike. */
export const earliest = new Date('0001-01-01T00:00:00.000Z');

/** A place in a list of one order: opaque to clients, and of no use in another order. */
export const encodeCursor = (order: string, moment: Date, id: string): string =>
  Buffer.from(`${order} ${moment.toISOString()} ${id}`).toString('base64url');

/** Reads a cursor back; throws BAD_USER_INPUT unless it was made by `encodeCursor` for the same order. */
export function decodeCursor(cursor: string, order: string, argument: string): { moment: Date; id: string } {
  const [name, time = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split(' ');
  const moment = new Date(time);
  const genuine = name === order && isId(id) && /^[0-9]{4}-/.test(time) && moment >= earliest;
  if (genuine && encodeCursor(order, moment, id) === cursor) return { moment, id };
  throw badField(
    [argument],
    'CURSOR',
    'This cursor is not from a list in the same order. Start again without it.',
  );
}
