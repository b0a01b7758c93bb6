/** Codes of Node and PostgreSQL for a server that is not there, shuts down, starts up or is full. */
const downCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  '53300',
  '57P01',
  '57P02',
  '57P03',
]);

const downMessages =
  /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error/;

/** Whether a statement was cut off because it took too long. */
export const isTimeout = (error: unknown): boolean =>
  error instanceof Error && (error as NodeJS.ErrnoException).code === '57014';

/** Whether an error means that the database cannot be used now, rather than that a statement was wrong. */
export function isDatabaseDown(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return downCodes.has(String((error as NodeJS.ErrnoException).code)) || downMessages.test(error.message);
}
