import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { AppError, type ErrorCode, errorCodes } from '../core/errors.js';
import type { Logger } from '../core/logger.js';
import { requestScope } from '../core/request-scope.js';
import { isDatabaseDown, isTimeout } from '../db/failures.js';

/** How many errors an answer has at most. */
export const mostErrors = 10;

const longestMessage = 500;
const known = new Set<unknown>(errorCodes);

/** An error as clients see it: a code of the closed list and the request's id; bugs are logged and masked. */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
  log: Logger,
): GraphQLFormattedError {
  const { locations, path, extensions } = formatted;
  const code = publicCode(formatted, error);
  requestScope.getStore()?.codes.push(code);
  if (code === 'INTERNAL_SERVER_ERROR') log.error({ err: unwrapResolverError(error) }, 'unexpected error');
  const isOurs = unwrapResolverError(error) instanceof AppError;
  const masked = isOurs ? undefined : maskedMessages[code];
  const message = masked ?? withoutValues(formatted.message).slice(0, longestMessage);
  const { stacktrace: _, refusal: __, ...details } = extensions ?? {};
  return { message, locations, path, extensions: { ...details, ...identity(code) } };
}

/** The same shape for refusals that GraphQL never saw. */
export const errorBody = (code: ErrorCode, message: string, details: object = {}) => ({
  errors: [{ message, extensions: { ...details, ...identity(code) } }],
});

const identity = (code: ErrorCode) => ({ code, requestId: requestScope.getStore()?.id });

const maskedMessages: Partial<Record<ErrorCode, string>> = {
  INTERNAL_SERVER_ERROR: 'Internal server error',
  TIMEOUT: 'This took too long and was given up. Ask for less at once.',
  SERVICE_UNAVAILABLE: 'The database cannot be reached at the moment. Try again shortly.',
};

/** GraphQL repeats a literal of the wrong type, which may be a password. */
const withoutValues = (message: string): string =>
  message.replace(/( cannot represent [^:]*): .*$/s, '$1.').replace(/, found .*$/s, '.');

function publicCode(formatted: GraphQLFormattedError, error: unknown): ErrorCode {
  const code = formatted.extensions?.refusal ?? formatted.extensions?.code;
  if (known.has(code) && code !== 'INTERNAL_SERVER_ERROR') return code as ErrorCode;
  const cause = unwrapCause(error);
  if (isTimeout(cause)) return 'TIMEOUT';
  if (isDatabaseDown(cause)) return 'SERVICE_UNAVAILABLE';
  return isRefusedRequest(error) ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR';
}

const unwrapCause = (error: unknown): unknown =>
  error instanceof GraphQLError ? (error.originalError ?? error) : error;

/** Apollo refuses some malformed requests with a status and no code. */
function isRefusedRequest(error: unknown): boolean {
  const http =
    error instanceof GraphQLError ? (error.extensions.http as { status?: number } | undefined) : undefined;
  return http?.status !== undefined && http.status >= 400 && http.status < 500;
}
