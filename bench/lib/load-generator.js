import { fork } from 'node:child_process';
import { join } from 'node:path';
import { unlessStopping, whenDone } from './cleanup.js';

/** Starts the load generator. `run` takes one job at a time and never waits without end. */
export function startLoadGenerator() {
  const worker = fork(join(import.meta.dirname, 'load-worker.js'));
  const stop = whenDone(() => worker.kill());

  const run = async (job) => {
    await unlessStopping();
    return await new Promise((resolve, reject) => {
      const finish = (action) => (value) => {
        clearTimeout(timer);
        worker.off('message', onMessage).off('exit', onExit);
        action(value);
      };
      const fail = finish(reject);
      const onExit = () => fail(new Error('The load generator ended unexpectedly.'));
      const onMessage = ({ result, error }) => (error ? fail(new Error(error)) : finish(resolve)(result));
      const limit = (job.seconds + job.leadIn + 60) * 1000;
      const timer = setTimeout(() => fail(new Error('The load generator did not come to an end.')), limit);
      worker.on('message', onMessage).on('exit', onExit);
      worker.send(job, (error) => error && fail(error));
    });
  };
  return { run, stop };
}
