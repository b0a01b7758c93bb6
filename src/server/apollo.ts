import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { Context } from '../context.js';
import type { Changes } from '../core/changes.js';
import { AppError } from '../core/errors.js';
import type { Logger } from '../core/logger.js';
import { requestScope } from '../core/request-scope.js';
import { documentLimits, mostTokens } from './document-limits.js';
import { execution } from './executor.js';
import { formatError, mostErrors } from './graphql-errors.js';
import { cacheControl } from './http-caching.js';
import { refuseImpossibleValues } from './impossible-values.js';
import type { KnownDocuments } from './known-documents.js';
import { describeVariableErrors } from './variable-errors.js';

type Options = {
  /** Shows the schema, its hints and Apollo Sandbox to whoever asks. */
  open: boolean;
  /** Compiles documents that come again, and remembers them here. */
  known: KnownDocuments | null;
  changes: Changes;
};

/** The GraphQL server, started. */
export async function startApollo(
  schema: GraphQLSchema,
  log: Logger,
  { open, known, changes }: Options,
): Promise<ApolloServer<Context>> {
  const apollo = new ApolloServer<Context>({
    gateway: execution(schema, { known, changes }),
    introspection: open,
    hideSchemaDetailsFromClientErrors: !open,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: mostTokens },
    validationRules: [documentLimits],
    logger: log,
    formatError: (formatted, error) => formatError(formatted, error, log),
    plugins: [
      requestRules(),
      // It wraps every resolver to gather hints that nobody here gives.
      ApolloServerPluginCacheControlDisabled(),
      open
        ? ApolloServerPluginLandingPageLocalDefault({ footer: false })
        : ApolloServerPluginLandingPageDisabled(),
    ],
  });
  await apollo.start();
  return apollo;
}

/** What holds for every operation: what may be sent, and how errors are answered. */
const requestRules = (): ApolloServerPlugin<Context> => ({
  requestDidStart: async () => ({
    didResolveOperation: async ({ document, operation, operationName, request }) => {
      const scope = requestScope.getStore();
      if (scope && operationName) scope.operation = operationName;
      if (operation?.operation === 'subscription') throw needsSocket();
      refuseImpossibleValues(document, request.variables);
    },
    willSendResponse: async ({ response, schema, operation, request, contextValue }) => {
      if (response.body.kind !== 'single') return;
      if (!response.body.singleResult.errors) {
        const isGuest = contextValue.viewer === null;
        response.http.headers.set('cache-control', cacheControl(request.http?.method, isGuest));
        return;
      }
      // Apollo has its own words for an unknown persisted query.
      response.http.headers.set('cache-control', 'no-store');
      const result = response.body.singleResult;
      const describe = (error: GraphQLFormattedError) =>
        operation && isVariableError(error)
          ? withDetails(error, describeVariableErrors(schema, operation, request.variables ?? {}))
          : error;
      result.errors = uniqueErrors((result.errors ?? []).map(describe)).slice(0, mostErrors);
      if (result.errors.some((error) => error.extensions?.code === 'SERVICE_UNAVAILABLE')) {
        response.http.status = 503;
        response.http.headers.set('retry-after', '2');
      }
    },
  }),
});

const needsSocket = (): AppError =>
  new AppError('BAD_REQUEST', 'Subscriptions come over a WebSocket, by the protocol graphql-transport-ws.', {
    http: { status: 400 },
  });

const isVariableError = (error: GraphQLFormattedError): boolean =>
  error.extensions?.code === 'BAD_USER_INPUT' &&
  !error.extensions.fields &&
  /^Variable "\$/.test(error.message);

const withDetails = (
  error: GraphQLFormattedError,
  details: Pick<GraphQLFormattedError, 'message' | 'extensions'>,
): GraphQLFormattedError => ({
  message: details.message,
  extensions: { ...error.extensions, ...details.extensions },
});

/** Wrong variables are described together; GraphQL reported them one by one. */
const uniqueErrors = (errors: readonly GraphQLFormattedError[]): GraphQLFormattedError[] => [
  ...new Map(errors.map((error) => [JSON.stringify([error.message, error.path]), error])).values(),
];
