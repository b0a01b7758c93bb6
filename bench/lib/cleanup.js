const stops = new Set();
let stopping = null;

/** Calls `stop` when the benchmark ends in any way, newest first. Returns a function that calls it at once. */
export function whenDone(stop) {
  stops.add(stop);
  return async () => {
    if (stops.delete(stop)) await stop();
  };
}

/** Stops everything that was started; the same promise for every caller. */
export function stopAll() {
  stopping ??= stopOneByOne();
  return stopping;
}

async function stopOneByOne() {
  while (stops.size > 0) {
    const stop = [...stops].at(-1);
    stops.delete(stop);
    try {
      await stop();
    } catch (error) {
      console.error(`While stopping: ${error.message}`);
    }
  }
}

/** Waits for ever once the end has begun: nothing more is started or measured. */
export const unlessStopping = () => (stopping ? new Promise(() => {}) : undefined);

/** Ctrl-C and the like, and our own mistakes, stop servers and database before the process ends. */
export function stopOnSignals() {
  process.on('uncaughtException', (error) => {
    console.error(error);
    stopAll().finally(() => process.exit(1));
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      console.error(`\nStopping on ${signal} …`);
      stopAll().finally(() => process.exit(130));
    });
  }
}
