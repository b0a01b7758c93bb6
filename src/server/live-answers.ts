import { createSourceEventStream, type ExecutionArgs, type ExecutionResult, execute } from 'graphql';
import type { Context, LiveContext } from '../context.js';
import type { Logger } from '../core/logger.js';
import { requestScope } from '../core/request-scope.js';
import { subscriptionLine } from './request-log.js';

/** What a subscription is executed with. */
type Subscribing = LiveContext & { end: () => void };

/** A context that lasts for a subscription; `now` makes that of each event. */
export async function subscribingContext(now: () => Promise<Context>): Promise<Subscribing> {
  const ending = new AbortController();
  return Object.assign(await now(), { anew: now, signal: ending.signal, end: () => ending.abort() });
}

/** Executes a subscription: an answer for each event, made when it is asked for. */
export async function answerEvents(
  args: ExecutionArgs,
  log: Logger,
): Promise<ExecutionResult | AsyncGenerator<ExecutionResult>> {
  const context = args.contextValue as Subscribing;
  const events = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in events)) {
    context.end();
    return events;
  }
  const answers = answerEach(args, events, log);
  const { return: leave } = answers;
  // A generator that waits for an event would not hear that it is to return.
  return Object.assign(answers, {
    return: (value: undefined) => {
      context.end();
      return leave.call(answers, value);
    },
  });
}

async function* answerEach(
  args: ExecutionArgs,
  events: AsyncIterable<unknown>,
  log: Logger,
): AsyncGenerator<ExecutionResult> {
  const context = args.contextValue as Subscribing;
  const scope = requestScope.getStore();
  let count = 0;
  try {
    for await (const rootValue of events) {
      count += 1;
      // Nothing that was loaded for one event counts for the next.
      yield await execute({ ...args, rootValue, contextValue: await context.anew() });
    }
  } finally {
    context.end();
    if (scope) requestScope.run(scope, () => log.info(subscriptionLine(scope, count), 'subscription'));
  }
}
