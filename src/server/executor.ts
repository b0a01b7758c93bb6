import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import { execute, type GraphQLSchema } from 'graphql';
import type { Context } from '../context.js';
import type { Changes } from '../core/changes.js';
import { requestScope } from '../core/request-scope.js';
import type { KnownDocuments } from './known-documents.js';

type Gateway = ApolloServerOptionsWithGateway<Context>['gateway'];
type Executor = NonNullable<Awaited<ReturnType<Gateway['load']>>['executor']>;

/** Executes queries that come again as compiled JavaScript, through the seam that Apollo has for gateways. */
export function compiledExecution(schema: GraphQLSchema, known: KnownDocuments, changes: Changes): Gateway {
  return {
    load: async () => ({ executor: createExecutor(schema, known, changes) }),
    onSchemaLoadOrUpdate: (announce) => {
      announce({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => {};
    },
    stop: async () => {},
  };
}

function createExecutor(schema: GraphQLSchema, known: KnownDocuments, changes: Changes): Executor {
  return async ({ document, operation, source, request, context }) => {
    const { operationName, variables: variableValues = {} } = request;
    const failed = requestScope.getStore()?.failed;
    const query = operation?.operation === 'query' && !failed && known.use(source, operationName, document);
    if (query) {
      const result = await query.run(context as Context, variableValues);
      if (!result.errors) return result as never;
    }
    // What writes, comes seldom or ends with errors is left to graphql-js: its errors are the reference, and a
    // query can be asked twice.
    const args = { schema, document, operationName, variableValues, contextValue: context };
    const result = await execute(args);
    // Whoever is told that a change was made does not see what was there before it any more.
    if (operation?.operation === 'mutation') await changes.caughtUp();
    return result as never;
  };
}
