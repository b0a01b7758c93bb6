import { Histogram } from './histogram.js';
import { HttpConnection } from './http-connection.js';

const patienceMs = 10_000;
const mostProblems = 20;
/** A queue of more than this many seconds' work means that the server does not keep up. */
const longestQueueSeconds = 2;

/**
 * Sends requests on `connections` for `seconds`, after `leadIn` seconds that do not count. Without a `rate` each
 * connection asks again as soon as it is answered. With one, requests arrive at random moments at that rate, wait
 * for a free connection, and their waiting counts: a slow server cannot slow the measurement down.
 */
export async function runLoad(job) {
  const load = new Load(job);
  await load.open();
  const before = process.cpuUsage();
  const started = performance.now();
  await load.run();
  const { user, system } = process.cpuUsage(before);
  const generatorBusy = (user + system) / 1000 / (performance.now() - started);
  return { ...load.figures(), generatorBusy };
}

class Load {
  #histogram = new Histogram();
  #problems = [];
  #connections = new Set();
  #free = [];
  /** When the requests that wait for a connection arrived. */
  #queue = [];
  #answered = 0;
  #stopped = false;
  #done = Promise.withResolvers();

  constructor({ port, source, connections, seconds, leadIn, rate }) {
    Object.assign(this, { port, source, count: connections, seconds, leadIn, rate });
  }

  async open() {
    await Promise.all(Array.from({ length: this.count }, () => this.#connect()));
  }

  async run() {
    const now = performance.now();
    this.begin = now + this.leadIn * 1000;
    this.end = this.begin + this.seconds * 1000;
    this.lastAnswer = now;
    this.nextDue = now;
    const timers = [setInterval(() => this.#watch(), 50)];
    if (this.rate) {
      this.#free.push(...this.#connections);
      timers.push(setInterval(() => this.#arrive(), 1));
    } else for (const connection of this.#connections) this.#send(connection, performance.now());
    await this.#done.promise;
    for (const timer of timers) clearInterval(timer);
    for (const connection of this.#connections) connection.close();
  }

  figures() {
    return {
      answered: this.#answered,
      perSecond: this.#histogram.total / this.seconds,
      p50: this.#histogram.percentile(0.5),
      p99: this.#histogram.percentile(0.99),
      leftWaiting: this.#queue.length,
      problems: this.#problems,
    };
  }

  async #connect() {
    const connection = new HttpConnection(
      this.port,
      (status, body) => this.#receive(connection, status, body),
      (error) => this.#lose(connection, error),
    );
    await connection.opened();
    this.#connections.add(connection);
  }

  #send(connection, arrival) {
    connection.arrival = arrival;
    connection.request = this.source.next();
    connection.send(connection.request.bytes);
  }

  #receive(connection, status, body) {
    const now = performance.now();
    this.lastAnswer = now;
    this.#answered++;
    // At a given rate a request belongs to the moment it arrived, or slow answers would fall out at the end.
    const moment = this.rate ? connection.arrival : now;
    if (moment >= this.begin && moment < this.end) this.#histogram.add(now - connection.arrival);
    const problem =
      status === 200
        ? this.source.check(connection.request, body)
        : `status ${status}: ${body.toString().slice(0, 300)}`;
    if (problem !== undefined) this.#report(problem);
    this.#proceed(connection, now);
  }

  #proceed(connection, now) {
    this.#stopped ||= now >= this.end;
    if (!this.#stopped && !this.rate) return this.#send(connection, now);
    if (!this.#stopped && this.#queue.length > 0) return this.#send(connection, this.#queue.shift());
    this.#free.push(connection);
    this.#finish();
  }

  /** The end has come when everyone who was asked has answered. */
  #finish() {
    if (this.#stopped && this.#free.length >= this.#connections.size) this.#done.resolve();
  }

  #report(problem) {
    this.#problems.push(problem);
    if (this.#problems.length >= mostProblems) this.#stopped = true;
  }

  #lose(connection, error) {
    if (!this.#connections.delete(connection)) return;
    this.#report(`connection lost: ${error.message}`);
    if (this.#connections.size === 0) this.#done.resolve();
    this.#finish();
  }

  #arrive() {
    const now = performance.now();
    for (; this.nextDue <= now; this.nextDue += (-Math.log(1 - Math.random()) / this.rate) * 1000) {
      // The clock of timers has steps of a millisecond: only a tick that is late counts as waiting.
      this.#queue.push(now - this.nextDue > 2 ? this.nextDue : now);
    }
    if (this.#queue.length > this.rate * longestQueueSeconds) this.#stopped = true;
    while (!this.#stopped && this.#queue.length > 0 && this.#free.length > 0) {
      this.#send(this.#free.pop(), this.#queue.shift());
    }
  }

  #watch() {
    const now = performance.now();
    this.#stopped ||= now >= this.end;
    this.#finish();
    const isSilent = now - this.lastAnswer > patienceMs && this.#free.length < this.#connections.size;
    if (!isSilent) return;
    this.#report(`no answer for ${patienceMs / 1000} s`);
    this.#done.resolve();
  }
}
