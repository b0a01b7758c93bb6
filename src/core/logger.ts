import { destination, type Logger, type LoggerOptions, pino } from 'pino';
import { requestScope } from './request-scope.js';

export type { Logger };

/** One JSON line an event, with the request's id; coloured lines for people in development. */
export function createLogger(level: string, pretty: boolean): Logger {
  const options: LoggerOptions = {
    level,
    base: null,
    serializers: { err: describeError },
    mixin: () => ({ requestId: requestScope.getStore()?.id }),
  };
  if (!pretty) {
    // Lines are gathered: a write for each would cost more than making it. What is left is written at the end.
    return pino(options, destination({ dest: 1, sync: false, minLength: 8_192, periodicFlush: 100 }));
  }
  const pleasant = { ignore: 'pid,hostname', translateTime: 'HH:MM:ss', sync: true };
  return pino({ ...options, transport: { target: 'pino-pretty', options: pleasant } });
}

/**
 * The first line of the message and the stack, and nothing else that an error carries: PostgreSQL adds the row
 * that it refused, which may hold a hash or an address.
 */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  const message = error.message.split('\n', 1)[0]?.slice(0, 500);
  return {
    type: error.name,
    message,
    code: (error as NodeJS.ErrnoException).code,
    stack: frames?.join('\n'),
  };
}
