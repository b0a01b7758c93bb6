import type { IncomingMessage, Server } from 'node:http';

const patienceMs = 15_000;
const leastBytesASecond = 10_000;

/**
 * Closes the connection of a body that does not come, with 408: all of it is there after 15 seconds, or it is an
 * upload that brings 10 kB a second.
 */
export function watchBody(server: Server, request: IncomingMessage): void {
  const { headers, socket } = request;
  if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) return;
  const isUpload = headers['content-type']?.startsWith('multipart/') ?? false;
  const start = socket.bytesRead;
  let patience = 0;
  const timer = setInterval(() => {
    patience += patienceMs;
    const isComing = socket.bytesRead - start >= (leastBytesASecond * patience) / 1_000;
    if (request.complete || (isUpload && isComing)) return;
    const error = Object.assign(new Error('The body is too slow.'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
    server.emit('clientError', error, socket);
  }, patienceMs).unref();
  request.once('close', () => clearInterval(timer));
}
