import type { IncomingHttpHeaders } from 'node:http';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { ServerOptions } from 'graphql-ws';
import type { Context } from '../context.js';
import { AppError } from '../core/errors.js';
import { contextOf, type Services } from './graphql-context.js';
import { formatError, mostErrors } from './graphql-errors.js';
import { answerEvents, subscribingContext } from './live-answers.js';
import { createLiveDocuments } from './live-documents.js';

/** How many subscriptions a socket has at most. */
const mostSubscriptions = 20;

/** Who is at the other end of a socket. */
export type Caller = {
  /** Of the request that became the socket; the token may come later, with the first message. */
  headers: IncomingHttpHeaders;
  /** The context of what the caller does now; throws what a request would be refused with. */
  context: () => Promise<Context>;
};

export function callerOf(services: Services, given: IncomingHttpHeaders): Caller {
  const headers = { ...given };
  return { headers, context: () => contextOf(services, headers) };
}

/** What can be done over a socket: subscriptions, and nothing else. Without `open` the schema is not shown. */
export function liveOperations(
  services: Services,
  schema: GraphQLSchema,
  open: boolean,
): ServerOptions<Record<string, unknown>, Caller> {
  const read = createLiveDocuments(schema, open);
  const format = (errors: readonly GraphQLError[]): GraphQLFormattedError[] =>
    errors.slice(0, mostErrors).map((error) => formatError(error.toJSON(), error, services.log));

  return {
    onConnect: async ({ connectionParams = {}, extra }) => {
      const token = connectionParams.authorization ?? connectionParams.Authorization;
      if (token != null) extra.headers.authorization = String(token);
      await extra.context();
    },
    onSubscribe: async ({ subscriptions, extra }, _id, payload) => {
      const asked = attempt(() => {
        if (Object.keys(subscriptions).length > mostSubscriptions) throw tooMany();
        return read(payload);
      });
      if (Array.isArray(asked)) return asked;
      return { schema, ...asked, contextValue: await subscribingContext(extra.context) };
    },
    subscribe: (args) => answerEvents(args, services.log),
    onNext: (_socket, _id, _payload, _args, result) => {
      if (result.errors) return { ...result, errors: format(result.errors) };
    },
    onError: (_socket, _id, _payload, errors) => {
      const refusal = errors.map(({ originalError }) => originalError).find(isAboutToken);
      // It is about more than this subscription: the socket is closed.
      if (refusal) throw refusal;
      return format(errors);
    },
  };
}

/** What `read` returns, or the errors that it throws. */
function attempt<T>(read: () => T): T | GraphQLError[] {
  try {
    return read();
  } catch (error) {
    if (error instanceof AggregateError) return error.errors;
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}

const tooMany = (): AppError =>
  new AppError('RATE_LIMITED', `A socket has at most ${mostSubscriptions} subscriptions. End one first.`);

const isAboutToken = (error: unknown): boolean =>
  error instanceof AppError && /^(UNAUTHENTICATED|TOKEN_)/.test(String(error.extensions.code));
