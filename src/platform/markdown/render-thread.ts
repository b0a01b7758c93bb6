import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import pLimit from 'p-limit';
import type { Rendered } from './render.js';

type Limits = { mostMs: number; mostHeapMb: number };

/** A thread breaks off by itself what takes too long. One that does not, after it had time to start, is given up. */
const patienceMs = 5_000;

export type Answer = { rendered: Rendered } | { problem: string };

/**
 * Renders in a thread of its own, which starts with the first text, one text after the other. Rejects what takes more
 * time or memory than the limits allow.
 */
export function createRenderThread(limits: Limits): (markdown: string) => Promise<Rendered> {
  const inTurn = pLimit(1);
  let thread: Worker | undefined;

  const ask = async (markdown: string): Promise<Rendered> => {
    thread ??= startThread(limits);
    thread.postMessage(markdown);
    const answer = await answerOf(thread, limits).catch((error) => {
      thread?.terminate();
      thread = undefined;
      throw error;
    });
    if ('problem' in answer) throw new Error(answer.problem);
    return answer.rendered;
  };
  return (markdown) => inTurn(ask, markdown);
}

function startThread({ mostMs, mostHeapMb }: Limits): Worker {
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

async function answerOf(thread: Worker, { mostMs }: Limits): Promise<Answer> {
  const [answer] = await once(thread, 'message', { signal: AbortSignal.timeout(mostMs + patienceMs) });
  return answer;
}
