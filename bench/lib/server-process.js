import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { unlessStopping, whenDone } from './cleanup.js';
import { dialects } from './dialects.js';
import { onServerCore } from './machine.js';
import { cacheFolder, resultsFolder } from './paths.js';
import { jwtSecret } from './token.js';

const patienceMs = 30_000;

/** Starts a contender and waits until it answers; throws with the end of its log when it does not. */
export async function startServer(contender, environment, options = {}) {
  await unlessStopping();
  contender.prepare?.();
  const port = await freePort();
  const server = launch(contender, port, environment, options);
  const started = performance.now();
  while (!(await answers(contender, port))) {
    if (server.ended()) throw new Error(`${contender.name} did not start:\n${server.lastLines()}`);
    if (performance.now() - started > patienceMs) {
      throw new Error(`${contender.name} gave no answer in ${patienceMs / 1000} s:\n${server.lastLines()}`);
    }
    await sleep(20);
  }
  return server;
}

/** Starts a contender without waiting for it. Its output goes to results/<logName>.log. */
export function launch(contender, port, environment, { nodeOptions = '', logName = contender.name } = {}) {
  mkdirSync(resultsFolder, { recursive: true });
  const logFile = join(resultsFolder, `${logName}.log`);
  const log = openSync(logFile, 'w');
  const [program, ...args] = onServerCore(contender.command(port));
  const child = spawn(program, args, {
    cwd: cacheFolder,
    stdio: ['ignore', log, log],
    env: {
      ...{
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        NODE_ENV: 'production',
        GRAPHILE_ENV: 'production',
      },
      ...{ HOST: '127.0.0.1', PORT: String(port), JWT_SECRET: jwtSecret, NODE_OPTIONS: nodeOptions },
      ...contender.environment,
      ...environment,
    },
  });
  closeSync(log);
  const exited = new Promise((resolve) => {
    child.once('exit', resolve).once('error', resolve);
  });
  const ended = () => child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
  const stop = whenDone(async () => {
    if (ended()) return;
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await exited;
    clearTimeout(late);
  });
  const lastLines = () => readFileSync(logFile, 'utf8').split('\n').slice(-15).join('\n');
  return { contender, port, pid: child.pid, ended, stop, lastLines };
}

/** Whether the cheapest question gets a status of 200. */
async function answers(contender, port) {
  const { method, path, body } = dialects[contender.dialect].ask('W5', {});
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const request = { method, headers, signal: AbortSignal.timeout(2_000), ...(body && { body }) };
  try {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, request);
    await response.arrayBuffer();
    // The one-statement limit has no answer to this question, but it has one.
    return response.ok || contender.workloads !== undefined;
  } catch {
    return false;
  }
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
