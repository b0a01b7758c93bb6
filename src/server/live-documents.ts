import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  NoSchemaIntrospectionCustomRule,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { AppError } from '../core/errors.js';
import { requestScope } from '../core/request-scope.js';
import { documentLimits, mostTokens } from './document-limits.js';
import { mostErrors } from './graphql-errors.js';
import { refuseImpossibleValues } from './impossible-values.js';
import { describeVariableErrors } from './variable-errors.js';

/** How many characters of documents are kept parsed: those of whoever subscribes to the same share everything. */
const mostCharacters = 1_000_000;

type Asked = {
  query: string;
  operationName?: string | null | undefined;
  variables?: Record<string, unknown> | null | undefined;
};

/** What a client subscribes to, found good. */
export type LiveQuestion = {
  document: DocumentNode;
  operationName: string | undefined;
  variableValues: Record<string, unknown>;
};

/** Reads what clients ask for; throws a GraphQLError, or several as an AggregateError. Without `open` it tells nothing of the schema. */
export function createLiveDocuments(schema: GraphQLSchema, open: boolean): (asked: Asked) => LiveQuestion {
  const rules = [...specifiedRules, documentLimits, ...(open ? [] : [NoSchemaIntrospectionCustomRule])];
  const known = new LRUCache<string, DocumentNode>({
    maxSize: mostCharacters,
    sizeCalculation: (_, query) => query.length + 1,
  });

  const documentOf = (query: string): DocumentNode => {
    const document = known.get(query) ?? parseDocument(query);
    if (known.has(query)) return document;
    const errors = validate(schema, document, rules, { maxErrors: mostErrors });
    if (errors.length > 0)
      throw new AggregateError(errors.map((error) => coded('GRAPHQL_VALIDATION_FAILED', error, open)));
    known.set(query, document);
    return document;
  };

  return ({ query, operationName, variables }) => {
    const document = documentOf(query);
    const operation = subscriptionIn(document, operationName ?? undefined);
    const scope = requestScope.getStore();
    if (scope) scope.operation = operation.name?.value;
    refuseImpossibleValues(document, variables);
    checkVariables(schema, operation, variables ?? {});
    return { document, operationName: operation.name?.value, variableValues: variables ?? {} };
  };
}

/** The same error with a code, and without what it suggests of the schema unless that is open. */
function coded(code: string, { message, nodes, extensions }: GraphQLError, open: boolean): GraphQLError {
  const text = open ? message : message.replace(/ Did you mean .*$/s, '');
  return new GraphQLError(text, { nodes, extensions: { code, ...extensions } });
}

function parseDocument(query: string): DocumentNode {
  try {
    return parse(query, { maxTokens: mostTokens });
  } catch (error) {
    throw coded('GRAPHQL_PARSE_FAILED', error as GraphQLError, true);
  }
}

function subscriptionIn(document: DocumentNode, name: string | undefined): OperationDefinitionNode {
  const operation = getOperationAST(document, name);
  if (!operation)
    throw new AppError('OPERATION_RESOLUTION_FAILURE', 'Say by `operationName` which operation is meant.');
  if (operation.operation === 'subscription') return operation;
  throw new AppError(
    'BAD_REQUEST',
    `Only subscriptions come over a WebSocket. Send a ${operation.operation} by POST.`,
  );
}

function checkVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): void {
  const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (!errors) return;
  const { message, extensions } = describeVariableErrors(schema, operation, variables);
  throw new AppError('BAD_USER_INPUT', message, extensions);
}
