import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import pLimit from 'p-limit';
import type { Rendered } from './render.js';

/** A thread breaks off by itself what takes too long; one that does not answer in this time is replaced. */
const patienceMs = 5_000;

const mostHeapMb = 256;

export type Answer = { rendered: Rendered } | { problem: string };

/**
 * Renders in a thread of its own, which starts with the first text, one text after the other. Rejects what takes
 * longer than `mostMs` or more memory than there is.
 */
export function createRenderThread(mostMs: number): (markdown: string) => Promise<Rendered> {
  const inTurn = pLimit(1);
  let thread: Worker | undefined;

  const ask = async (markdown: string): Promise<Rendered> => {
    thread ??= startThread(mostMs);
    thread.postMessage(markdown);
    const answer = await answerOf(thread).catch((error) => {
      thread?.terminate();
      thread = undefined;
      throw error;
    });
    if ('problem' in answer) throw new Error(answer.problem);
    return answer.rendered;
  };
  return (markdown) => inTurn(ask, markdown);
}

function startThread(mostMs: number): Worker {
  const thread = new Worker(new URL('./worker.js', import.meta.url), {
    workerData: { mostMs },
    resourceLimits: { maxOldGenerationSizeMb: mostHeapMb },
    execArgv: [],
    env: {},
  });
  // Whoever waits for an answer hears of it too. Nobody waits for the thread to end.
  thread.on('error', () => {});
  thread.unref();
  return thread;
}

async function answerOf(thread: Worker): Promise<Answer> {
  const [answer] = await once(thread, 'message', { signal: AbortSignal.timeout(patienceMs) });
  return answer;
}
