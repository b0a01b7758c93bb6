import { type Logger, pino } from 'pino';
import { requestScope } from './request-scope.js';

export type { Logger };

/** One JSON line an event, with the request's id; coloured lines for people in development. */
export function createLogger(level: string, pretty: boolean): Logger {
  return pino({
    level,
    base: null,
    mixin: () => ({ requestId: requestScope.getStore()?.id }),
    ...(pretty && {
      transport: { target: 'pino-pretty', options: { ignore: 'pid,hostname', translateTime: 'HH:MM:ss' } },
    }),
  });
}
