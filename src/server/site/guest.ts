import { execute, type GraphQLSchema, parse, validate } from 'graphql';
import type { Context } from '../../context.js';
import { requestScope } from '../../core/request-scope.js';
import { contextOf, type Services } from '../graphql-context.js';
import { refuseImpossibleValues } from '../impossible-values.js';
import type { ResponseCache } from '../response-cache.js';

/** Makes texts of what everybody may know: it asks what a guest may ask, and is told what a guest is told. */
export type Guest = {
  /** Prepares a query to the API. Throws when the schema does not have what it asks for. */
  prepare: <Answer>(query: string) => (ctx: Context, variables?: Record<string, unknown>) => Promise<Answer>;
  /**
   * What `make` makes as a guest; it is kept under `key` as long as nothing that it was read from has changed. Null,
   * which says that there is nothing of the kind, is not kept.
   */
  kept: (key: string, make: (ctx: Context) => Promise<string | null>) => Promise<string | null>;
};

export function createGuest(schema: GraphQLSchema, services: Services, cache: ResponseCache | null): Guest {
  return {
    prepare: (query) => {
      const document = parse(query);
      const [problem] = validate(schema, document);
      if (problem) throw problem;
      return async (contextValue, variableValues = {}) => {
        refuseImpossibleValues(document, variableValues);
        const { data, errors } = await execute({ schema, document, contextValue, variableValues });
        if (errors?.[0]) throw errors[0].originalError ?? errors[0];
        return data as never;
      };
    },

    kept: async (key, make) => {
      const produce = async () => {
        const body = await make(await contextOf(services, {}));
        if (body === null) return null;
        const answer = { body, bytes: Buffer.byteLength(body), encoded: new Map(), operation: undefined };
        return { answer, sources: requestScope.getStore()?.sources ?? null };
      };
      const answer = cache ? (cache.get(key) ?? (await cache.make(key, produce))) : (await produce())?.answer;
      return answer?.body ?? null;
    },
  };
}
