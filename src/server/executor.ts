import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import { type DocumentNode, execute, type GraphQLSchema } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Context } from '../context.js';

type Gateway = ApolloServerOptionsWithGateway<Context>['gateway'];
type Executor = NonNullable<Awaited<ReturnType<Gateway['load']>>['executor']>;
type Compiled = ReturnType<typeof compileQuery>;

/** Executes queries that come again as compiled JavaScript, through the seam that Apollo has for gateways. */
export function compiledExecution(schema: GraphQLSchema): Gateway {
  return {
    load: async () => ({ executor: createExecutor(schema) }),
    onSchemaLoadOrUpdate: (announce) => {
      announce({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => {};
    },
    stop: async () => {},
  };
}

/** How often a document must have come before it is worth compiling: one that never comes again is not. */
const worthCompiling = 3;

/** What is known of a document, which Apollo keeps parsed: how often it came, and its operations compiled. */
type Known = { count: number; operations: Map<string, Compiled> };

function createExecutor(schema: GraphQLSchema): Executor {
  const documents = new WeakMap<DocumentNode, Known>();

  const compiled = (document: DocumentNode, operationName: string): CompiledQuery | null => {
    const known = documents.get(document) ?? { count: 0, operations: new Map() };
    documents.set(document, known);
    known.count += 1;
    if (known.count < worthCompiling) return null;
    const operation = known.operations.get(operationName) ?? compileQuery(schema, document, operationName);
    known.operations.set(operationName, operation);
    return isCompiledQuery(operation) ? operation : null;
  };

  return async ({ document, operation, request, context }) => {
    const { operationName, variables: variableValues = {} } = request;
    const query = operation?.operation === 'query' && compiled(document, operationName ?? '');
    if (query) {
      const result = await query.query(undefined, context, variableValues);
      if (!result.errors) return result as never;
    }
    // What writes, comes seldom or ends with errors is left to graphql-js: its errors are the reference, and a
    // query can be asked twice.
    return execute({ schema, document, operationName, variableValues, contextValue: context }) as never;
  };
}
