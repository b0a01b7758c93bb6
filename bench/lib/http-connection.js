import { connect } from 'node:net';

const headEnd = Buffer.from('\r\n\r\n');

/**
 * One kept-alive HTTP/1.1 connection with one request at a time, as bare as it can be: what the load generator
 * needs, PostgreSQL beside it lacks. `onAnswer(status, body)` and `onLost(error)` are the caller's.
 */
export class HttpConnection {
  #socket;
  #received = null;
  #closing = false;

  constructor(port, onAnswer, onLost) {
    this.onAnswer = onAnswer;
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true });
    this.#socket.on('data', (chunk) => this.#receive(chunk));
    this.#socket.on('error', (error) => this.#lose(error, onLost));
    this.#socket.on('close', () => this.#lose(new Error('the server closed the connection'), onLost));
  }

  /** Resolves when the connection is open. */
  opened() {
    return new Promise((resolve, reject) => {
      this.#socket.once('connect', resolve).once('error', reject);
    });
  }

  send(bytes) {
    this.#socket.write(bytes);
  }

  close() {
    this.#closing = true;
    this.#socket.destroy();
  }

  #lose(error, onLost) {
    if (this.#closing) return;
    this.#closing = true;
    onLost(error);
  }

  #receive(chunk) {
    const bytes = this.#received ? Buffer.concat([this.#received, chunk]) : chunk;
    const answer = parseAnswer(bytes);
    this.#received = answer ? null : bytes;
    if (answer) this.onAnswer(answer.status, answer.body);
  }
}

/** Status and body of a whole answer; null when more has to come. */
export function parseAnswer(bytes) {
  const end = bytes.indexOf(headEnd);
  if (end < 0) return null;
  const head = bytes.latin1Slice(0, end);
  const status = Number(head.slice(9, 12));
  const start = end + 4;
  const length = /\r\ncontent-length: *(\d+)/i.exec(head);
  if (length) {
    const size = Number(length[1]);
    return bytes.length < start + size ? null : { status, body: bytes.subarray(start, start + size) };
  }
  if (!/\r\ntransfer-encoding: *chunked/i.test(head)) throw new Error(`An answer without a length: ${head}`);
  const body = joinChunks(bytes, start);
  return body && { status, body };
}

function joinChunks(bytes, start) {
  const parts = [];
  for (let place = start; ; ) {
    const lineEnd = bytes.indexOf('\r\n', place, 'latin1');
    if (lineEnd < 0) return null;
    const size = Number.parseInt(bytes.latin1Slice(place, lineEnd), 16);
    const next = lineEnd + 2 + size + 2;
    if (bytes.length < next) return null;
    if (size === 0) return Buffer.concat(parts);
    parts.push(bytes.subarray(lineEnd + 2, lineEnd + 2 + size));
    place = next;
  }
}
