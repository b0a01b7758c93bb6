import { setTimeout as sleep } from 'node:timers/promises';
import { encodeRequest } from './dialects.js';
import { HttpConnection } from './http-connection.js';

/** Asks again and again until `isRight(body)`; rejects after `patienceMs`, or when the server has ended. */
export async function waitForAnswer(server, request, isRight, patienceMs = 60_000) {
  const bytes = encodeRequest(request);
  const limit = performance.now() + patienceMs;
  while (performance.now() < limit) {
    const answer = await askOnce(server.port, bytes);
    if (answer?.status === 200) {
      if (isRight(answer.body)) return;
      throw new Error(`${server.contender.name} answered ${answer.body.toString().slice(0, 300)}`);
    }
    if (server.ended()) throw new Error(`${server.contender.name} did not start:\n${server.lastLines()}`);
    await sleep(2);
  }
  throw new Error(`${server.contender.name} gave no answer in ${patienceMs / 1000} s.`);
}

/** Null when nobody listens yet. */
function askOnce(port, bytes) {
  return new Promise((resolve) => {
    const connection = new HttpConnection(
      port,
      (status, body) => {
        connection.close();
        resolve({ status, body });
      },
      () => resolve(null),
    );
    connection.opened().then(
      () => connection.send(bytes),
      () => {},
    );
  });
}
