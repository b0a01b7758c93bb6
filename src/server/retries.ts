import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  getNamedType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import pLimit from 'p-limit';
import { type Context, contextWithin } from '../context.js';
import { createSharedCalls } from '../core/shared-calls.js';
import { inTransaction } from '../core/transaction.js';
import { type Attempt, attemptOf, earlierAnswer, keepAnswer } from '../modules/retry/retry.service.js';
import { createReader } from '../read/read.js';
import { statementsWithin } from '../read/statements.js';

/** All that decides what a mutation does, and the parsed document. */
type Question = {
  source: string;
  operationName: string | undefined;
  variables: object;
  document: DocumentNode;
};

type Run = (ctx: Context) => Promise<ExecutionResult>;

/** Each holds a connection while it lasts; what is left of the pool is for what they need beside it. */
const mostAtOnce = 5;

/**
 * Runs a mutation that came with an Idempotency-Key. Of those that a viewer sends with one key and one question only
 * the first is run, and the others get its answer. What it changed is committed together with that answer, or, when
 * there is an error in it, neither.
 */
export function createRetries(schema: GraphQLSchema) {
  const shared = createSharedCalls<ExecutionResult>();
  const limit = pLimit(mostAtOnce);

  return async (
    ctx: Context,
    key: string,
    { document, ...question }: Question,
    run: Run,
  ): Promise<ExecutionResult> => {
    try {
      const attempt = attemptOf(key, question);
      // What guests do cannot be done twice; and tokens are shown once and kept nowhere.
      if (!ctx.viewer || hasSecrets(schema, document)) return await run(ctx);
      const name = `${ctx.viewer.id} ${attempt.key} ${attempt.request}`;
      return await shared(name, () => limit(() => answerOnce(ctx, attempt, run)));
    } catch (error) {
      return error instanceof Refusal ? error.result : { data: null, errors: [asGraphQLError(error)] };
    }
  };
}

/** Thrown so that the transaction is undone. */
class Refusal extends Error {
  constructor(readonly result: ExecutionResult) {
    super('The answer has errors.');
  }
}

const answerOnce = (ctx: Context, attempt: Attempt, run: Run): Promise<ExecutionResult> =>
  inTransaction(ctx, async (tx) => {
    const earlier = await earlierAnswer(tx, attempt);
    if (earlier !== null) return { data: JSON.parse(earlier) };
    const read = createReader(tx.em.getMetadata(), statementsWithin(tx.em));
    const result = await run(contextWithin(tx, tx.em, read));
    // Nothing of it was done, whatever the other parts of the answer say.
    if (result.errors) throw new Refusal({ ...result, data: result.data && null });
    await keepAnswer(tx, attempt, JSON.stringify(result.data));
    return result;
  });

const asGraphQLError = (error: unknown): GraphQLError =>
  error instanceof GraphQLError
    ? error
    : new GraphQLError('The transaction failed.', { originalError: error as Error });

/** Whether a document asks for a type that is marked as secret. */
function hasSecrets(schema: GraphQLSchema, document: DocumentNode): boolean {
  let found = false;
  const types = new TypeInfo(schema);
  const look = () => {
    found ||= getNamedType(types.getType())?.extensions.secret === true;
  };
  visit(document, visitWithTypeInfo(types, { Field: look }));
  return found;
}
