import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  GraphQLScalarType,
  GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  type VariableDefinitionNode,
  visit,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Context } from '../context.js';

/** Executes a query as compiled JavaScript. */
export type CompiledQuery = (
  context: Context,
  variables: Record<string, unknown>,
) => ExecutionResult | Promise<ExecutionResult>;

/** The type of values that need no coercion. */
const Coerced = new GraphQLScalarType({ name: 'Coerced' });

/**
 * Makes a compiler of validated queries; null for what cannot be compiled. Variables are coerced by graphql-js:
 * graphql-jit unrolls their types, which never ends for a filter that has filters in it.
 */
export function createCompiler(schema: GraphQLSchema) {
  const { types, ...rest } = schema.toConfig();
  const compilable = new GraphQLSchema({ ...rest, types: [...types, Coerced], assumeValid: true });

  return (document: DocumentNode, operationName: string | undefined): CompiledQuery | null => {
    const compiled = compileQuery(compilable, takingCoerced(document), operationName ?? '');
    if (!isCompiledQuery(compiled)) return null;
    const definitions = getOperationAST(document, operationName)?.variableDefinitions ?? [];
    const booleans = definitions.filter(isBoolean).map(({ variable }) => variable.name.value);
    return (context, variables) => {
      const { coerced, errors } = getVariableValues(schema, definitions, variables);
      if (errors) return { errors };
      // graphql-jit takes null for false, graphql-js refuses to skip or include by it.
      if (booleans.some((name) => coerced[name] === null)) return { errors: [new GraphQLError('A null.')] };
      return compiled.query(undefined, context, coerced);
    };
  };
}

const takingCoerced = (document: DocumentNode): DocumentNode =>
  visit(document, {
    VariableDefinition: (definition) => (isBoolean(definition) ? false : asCoerced(definition)),
  });

/** What `@skip` and `@include` look at has to stay a Boolean. */
const isBoolean = ({ type }: VariableDefinitionNode): boolean => {
  const named = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
  return named.kind === Kind.NAMED_TYPE && named.name.value === 'Boolean';
};

const asCoerced = ({ variable, kind }: VariableDefinitionNode): VariableDefinitionNode => ({
  kind,
  variable,
  type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: Coerced.name } },
});
