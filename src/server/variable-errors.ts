import {
  coerceInputValue,
  type GraphQLFormattedError,
  type GraphQLSchema,
  isInputType,
  type OperationDefinitionNode,
  typeFromAST,
  type VariableDefinitionNode,
  visit,
} from 'graphql';
import type { FieldError } from '../core/errors.js';

type Variables = Record<string, unknown>;

/**
 * Says which variables have values of a wrong type, in the same form as every other bad input. GraphQL's own
 * messages repeat the value, which may be a password.
 */
export function describeVariableErrors(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Variables,
): Pick<GraphQLFormattedError, 'message' | 'extensions'> {
  const fields = (operation.variableDefinitions ?? []).flatMap((definition) =>
    wrongValues(schema, definition, variables, argumentOf(operation, definition.variable.name.value)),
  );
  const message = fields.map((field) => field.message).join(' ');
  return { message: message.slice(0, 500), extensions: { fields: fields.slice(0, 10) } };
}

function wrongValues(
  schema: GraphQLSchema,
  definition: VariableDefinitionNode,
  variables: Variables,
  argument: string,
): FieldError[] {
  const name = definition.variable.name.value;
  const type = typeFromAST(schema, definition.type as never);
  if (!isInputType(type)) return [];
  const value = variables[name];
  if (value == null) {
    const missing = definition.type.kind === 'NonNullType' && !definition.defaultValue;
    return missing ? [{ path: [argument], code: 'REQUIRED', message: `${argument} is required.` }] : [];
  }
  const fields: FieldError[] = [];
  coerceInputValue(value, type, (path, wrong, error) => {
    const place = [argument, ...path];
    fields.push({ path: place, code: 'TYPE', message: safeMessage(error.message, wrong, place) });
  });
  return fields;
}

/** The argument that a variable is given to: that is what clients know it by. */
function argumentOf(operation: OperationDefinitionNode, variable: string): string {
  let argument = variable;
  visit(operation, {
    Argument: ({ name, value }) => {
      if (value.kind === 'Variable' && value.name.value === variable) argument = name.value;
    },
  });
  return argument;
}

const wantedTypes: Record<string, string> = {
  EmailAddress: 'is not an e-mail address',
  DateTime: 'is not a date and time such as 2026-01-31T12:00:00Z',
};

/** GraphQL's sentence when it names only fields and types; ours when it would repeat what was sent. */
function safeMessage(message: string, wrong: unknown, path: FieldError['path']): string {
  const place = path.at(-1);
  if (wrong === null || wrong === undefined) return `${place} must not be null.`;
  if (/^Field "\w{1,50}" (is not defined|of required type)/.test(message)) return message;
  const [, type = ''] = /^Expected type "(\w+)"/.exec(message) ?? [];
  return `${place} ${wantedTypes[type] ?? 'has a value of the wrong type'}.`;
}
