import { GraphQLError } from 'graphql';

/** Every code that an answer may carry. The list is closed: anything else is a bug and is masked. */
export const errorCodes = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'UNAUTHENTICATED',
  'TOKEN_EXPIRED',
  'TOKEN_REVOKED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'STALE_VERSION',
  'RATE_LIMITED',
  'PAYLOAD_TOO_LARGE',
  'FILE_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
  'QUERY_TOO_COMPLEX',
  'TIMEOUT',
  'SERVICE_UNAVAILABLE',
  'INTERNAL_SERVER_ERROR',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** One wrong input value: where it stands, a code for programs, and a sentence for people. */
export type FieldError = { path: (string | number)[]; code: string; message: string };

type Details = {
  /** For the log. */
  cause?: unknown;
  fields?: FieldError[];
  currentVersion?: number;
  retryAfter?: number;
  limit?: number;
  uses?: object[];
  size?: number;
  /** Set when the whole request is refused; a resolver's refusal is an answer, with status 200. */
  http?: { status: number; headers?: Map<string, string> };
};

/** A refusal that the caller is meant to see. */
export class AppError extends GraphQLError {
  constructor(code: ErrorCode, message: string, { cause, ...details }: Details = {}) {
    super(message, { extensions: { ...details, code } });
    this.name = 'AppError';
    this.cause = cause;
  }
}

export const notFound = (what: string): AppError => new AppError('NOT_FOUND', `${what} not found.`);

export const forbidden = (message: string): AppError => new AppError('FORBIDDEN', message);

export const conflict = (message: string, fields: FieldError[] = []): AppError =>
  new AppError('CONFLICT', message, { fields });

/** The row changed since the caller read it; the current version lets the caller compare and try again. */
export const staleVersion = (currentVersion: number): AppError =>
  new AppError('STALE_VERSION', 'Someone saved a newer version meanwhile. Load it, then save again.', {
    currentVersion,
  });

/** Done too often; may be tried again after so many seconds. */
export const rateLimited = (seconds: number): AppError =>
  new AppError('RATE_LIMITED', `Too many attempts. Try again in ${inWords(seconds)}.`, {
    retryAfter: seconds,
    http: { status: 429, headers: new Map([['retry-after', String(seconds)]]) },
  });

const inWords = (seconds: number): string =>
  seconds > 90 ? `${Math.ceil(seconds / 60)} minutes` : `${seconds} seconds`;

export const badInput = (fields: FieldError[]): AppError =>
  new AppError('BAD_USER_INPUT', fields.map((field) => field.message).join(' '), { fields });

/** Bad input in one place. */
export const badField = (path: FieldError['path'], code: string, message: string): AppError =>
  badInput([{ path, code, message }]);

export const signInRequired = (): AppError => new AppError('UNAUTHENTICATED', 'Sign in first.');

/** A file, or all that a request carries, is over the limit; both in bytes. */
export const fileTooLarge = (limit: number, size: number): AppError =>
  new AppError(
    'FILE_TOO_LARGE',
    `At most ${inMegabytes(limit)} are accepted; this has ${inMegabytes(size)}.`,
    {
      limit,
      size,
      http: { status: 413 },
    },
  );

const inMegabytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(1)} MB`;

/** Files can neither be received nor kept: a disk is full or the store is away. */
export const storageUnavailable = (cause: unknown): AppError =>
  new AppError('SERVICE_UNAVAILABLE', 'Files cannot be kept at the moment. Try again later.', {
    cause,
    http: { status: 503 },
  });
