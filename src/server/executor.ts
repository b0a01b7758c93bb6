import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import { execute, type GraphQLSchema } from 'graphql';
import type { Context } from '../context.js';
import type { Changes } from '../core/changes.js';
import { requestScope } from '../core/request-scope.js';
import type { KnownDocuments } from './known-documents.js';
import { createRetries } from './retries.js';

type Gateway = ApolloServerOptionsWithGateway<Context>['gateway'];
type Executor = NonNullable<Awaited<ReturnType<Gateway['load']>>['executor']>;

type Parts = {
  /** Queries that come again are executed as compiled JavaScript and remembered here. */
  known: KnownDocuments | null;
  changes: Changes;
};

/** Executes operations, through the seam that Apollo has for gateways. */
export function execution(schema: GraphQLSchema, parts: Parts): Gateway {
  return {
    load: async () => ({ executor: createExecutor(schema, parts) }),
    onSchemaLoadOrUpdate: (announce) => {
      announce({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => {};
    },
    stop: async () => {},
  };
}

function createExecutor(schema: GraphQLSchema, { known, changes }: Parts): Executor {
  const answerOnce = createRetries(schema);
  return async ({ document, operation, source, request, context }) => {
    const { operationName, variables = {}, http } = request;
    const failed = requestScope.getStore()?.failed;
    const query = operation?.operation === 'query' && !failed && known?.use(source, operationName, document);
    if (query) {
      const result = await query.run(context as Context, variables);
      if (!result.errors) return result as never;
    }
    // What writes, comes seldom or ends with errors is left to graphql-js: its errors are the reference, and a
    // query can be asked twice.
    const run = async (ctx: object) =>
      execute({ schema, document, operationName, variableValues: variables, contextValue: ctx });
    if (operation?.operation !== 'mutation') return (await run(context)) as never;
    const key = http?.headers.get('idempotency-key');
    const question = { source, operationName, variables, document };
    const result = await (key == null ? run(context) : answerOnce(context as Context, key, question, run));
    // Whoever is told that a change was made does not see what was there before it any more.
    await changes.caughtUp();
    return result as never;
  };
}
