import { parentPort, workerData } from 'node:worker_threads';
import { renderSync } from './render.js';
import type { Answer } from './render-thread.js';
import { within } from './time-limit.js';

// The program of the thread that `render-thread.ts` starts, so it acts when it is loaded.

// What is made at its first use is made now, where nothing breaks it off halfway.
renderSync('# *a*\n\n[b](c) https://d.e f@g.h[^i]\n\n- [ ] `j`\n\n| k |\n|-|\n| <b>l</b> |\n\n[^i]: m');

function answerTo(markdown: string): Answer {
  try {
    return { rendered: within(workerData.mostMs, () => renderSync(markdown)) };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}

parentPort?.on('message', (markdown: string) => parentPort?.postMessage(answerTo(markdown)));
