import { Script } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import { renderSync } from './render.js';
import type { Answer } from './render-thread.js';

// The program of the thread that `render-thread.ts` starts, so it acts when it is loaded.

let markdown = '';
Object.assign(globalThis, { renderNext: () => renderSync(markdown) });

/** What runs in a script can be broken off, which leaves the thread as warm as it was. */
const renderNext = new Script('renderNext()');

function answer(): Answer {
  try {
    return { rendered: renderNext.runInThisContext({ timeout: workerData.mostMs }) };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}

parentPort?.on('message', (text: string) => {
  markdown = text;
  parentPort?.postMessage(answer());
});
