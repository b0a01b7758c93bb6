import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import type { GraphQLFormattedError } from 'graphql';

/** One thing that went wrong, in the words that the page shows. */
export interface Problem {
  /** The server's code, or UNREACHABLE when there was no answer that could be read. */
  code: string;
  message: string;
  /** Messages by the name of the form field that they belong to. */
  fields: Readonly<Record<string, string>>;
  /** With STALE_VERSION: the version that is stored now. */
  currentVersion?: number;
}

export interface GraphQLReply<Data> {
  data?: Data | null;
  errors?: readonly GraphQLFormattedError[];
}

const unreachable: Problem = {
  code: 'UNREACHABLE',
  message: 'The server could not be reached. Check your connection and try again.',
  fields: {},
};

/** True when the server says that this session is over and that a refresh would not help. */
export function endsSession(code: string): boolean {
  return code === 'UNAUTHENTICATED' || code === 'TOKEN_REVOKED';
}

export function problemOf(error: unknown): Problem {
  if (CombinedGraphQLErrors.is(error)) return problemFrom(error.errors);
  if (ServerError.is(error)) return bodyProblem(error.bodyText);
  return unreachable;
}

export function replyProblem(reply: GraphQLReply<unknown>): Problem | null {
  return reply.errors?.length ? problemFrom(reply.errors) : null;
}

/** A refusal sent as plain application/json reaches us unread, because of its HTTP status. */
function bodyProblem(bodyText: string): Problem {
  try {
    return replyProblem(JSON.parse(bodyText) as GraphQLReply<unknown>) ?? unreachable;
  } catch {
    return unreachable; // a proxy's page, not the server's answer
  }
}

function problemFrom(errors: readonly GraphQLFormattedError[]): Problem {
  const extensions = errors[0]?.extensions ?? {};
  return {
    code: typeof extensions.code === 'string' ? extensions.code : 'INTERNAL_SERVER_ERROR',
    message: errors[0]?.message ?? 'Something went wrong.',
    fields: Object.fromEntries(errors.flatMap(fieldMessages).reverse()), // the first message of a field wins
    currentVersion: typeof extensions.currentVersion === 'number' ? extensions.currentVersion : undefined,
  };
}

interface FieldProblem {
  path: readonly (string | number)[];
  message: string;
}

function fieldMessages(error: GraphQLFormattedError): [string, string][] {
  const fields: unknown = error.extensions?.fields;
  if (!Array.isArray(fields)) return [];
  return fields.filter(isFieldProblem).map(({ path, message }) => [fieldName(path), message]);
}

function isFieldProblem(value: unknown): value is FieldProblem {
  if (typeof value !== 'object' || value === null) return false;
  const { path, message } = value as Partial<Record<keyof FieldProblem, unknown>>;
  return Array.isArray(path) && typeof message === 'string';
}

/** ["input", "tags", 0] belongs to the field "tags". */
function fieldName(path: readonly (string | number)[]): string {
  const [first, second] = path;
  return String(first === 'input' ? (second ?? '') : (first ?? ''));
}
