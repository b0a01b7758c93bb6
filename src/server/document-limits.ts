import { type ASTVisitor, GraphQLError, type ValidationContext } from 'graphql';

/** How many tokens a document may have: the parser stops there. */
export const mostTokens = 2_000;

const mostAliases = 30;
const mostRootFields = { query: 10, mutation: 4, subscription: 1 };

/** A validation rule: what one document may ask for. Errors have the code QUERY_TOO_COMPLEX and say the limit. */
export function documentLimits(context: ValidationContext): ASTVisitor {
  let aliases = 0;
  const refuse = (message: string) =>
    context.reportError(new GraphQLError(message, { extensions: { refusal: 'QUERY_TOO_COMPLEX' } }));

  return {
    Field: (field) => {
      aliases += field.alias ? 1 : 0;
      if (aliases === mostAliases + 1)
        refuse(`A document has at most ${mostAliases} aliases. Split it into several.`);
    },
    OperationDefinition: ({ operation, selectionSet }) => {
      const most = mostRootFields[operation];
      if (selectionSet.selections.length > most) {
        refuse(`A ${operation} has at most ${most} fields at its root. Split it into several.`);
      }
    },
  };
}
