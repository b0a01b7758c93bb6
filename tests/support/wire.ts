import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync, inflateSync, zstdDecompressSync } from 'node:zlib';

/** A reply as it stood on the wire: its first line, its headers by name, and its body. */
export type WireReply = { status: string; headers: Record<string, string>; body: Buffer };

type Headers = Record<string, string | number | undefined>;

/** A request in bytes; a header that is undefined is left out. */
function request(line: string, headers: Headers, body: string | Buffer = ''): Buffer {
  const lines = Object.entries({ host: 'example.org', ...headers }).flatMap(([name, value]) =>
    value === undefined ? [] : `${name}: ${value}`,
  );
  const head = `${line} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), Buffer.from(body)]);
}

/** A POST of anything to `/graphql`. */
export function post(body: unknown, headers: Headers = {}, line = 'POST /graphql'): Buffer {
  const isPlain = typeof body === 'string' || Buffer.isBuffer(body);
  const bytes = Buffer.from(isPlain ? (body as string) : JSON.stringify(body));
  return request(
    line,
    { 'content-type': 'application/json', 'content-length': bytes.length, ...headers },
    bytes,
  );
}

/** The same in chunks, without a length. */
export const chunked = (text: string): Buffer =>
  request(
    'POST /graphql',
    { 'content-type': 'application/json', 'transfer-encoding': 'chunked' },
    `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n0\r\n\r\n`,
  );

/** A GET of `/graphql`, or something like it. */
export const get = (search: string, headers: Headers = {}, method = 'GET'): Buffer =>
  request(`${method} /graphql${search}`, { 'apollo-require-preflight': '1', ...headers });

/** Sends bytes on a connection of their own and reads so many replies. */
export async function ask(url: string, bytes: Buffer, replies = 1): Promise<WireReply[]> {
  const wire = await Wire.open(url);
  wire.send(bytes);
  const read: WireReply[] = [];
  while (read.length < replies) read.push(await wire.reply());
  wire.close();
  return read;
}

const unpack: Record<string, (body: Buffer) => Buffer> = {
  gzip: gunzipSync,
  br: brotliDecompressSync,
  deflate: inflateSync,
  zstd: zstdDecompressSync,
};

/** All of a reply but what is each reply's own, and how a packed body is framed. */
export function seen({ status, headers, body }: WireReply) {
  const { 'x-request-id': _id, date: _date, ...rest } = headers;
  const packed = headers['content-encoding'];
  if (packed) for (const name of ['content-length', 'transfer-encoding']) delete rest[name];
  const text = String(packed ? unpack[packed]?.(body) : body);
  return { status, headers: rest, body: text.replace(/"requestId":"[^"]*"|nonce[-="]+\w+/g, '') };
}

/** A connection that sends what it is told, and reads the replies one by one. */
export class Wire {
  private received = Buffer.alloc(0);
  private closed = false;

  private constructor(private readonly socket: Socket) {
    socket.on('data', (chunk) => {
      this.received = Buffer.concat([this.received, chunk]);
    });
    socket.on('close', () => {
      this.closed = true;
    });
    socket.on('error', () => {});
  }

  static open(url: string): Promise<Wire> {
    const { hostname, port } = new URL(url);
    return new Promise((resolve, reject) => {
      const socket = connect({ host: hostname, port: Number(port), noDelay: true }, () =>
        resolve(new Wire(socket)),
      );
      socket.once('error', reject);
    });
  }

  send(bytes: Buffer | string): void {
    this.socket.write(bytes);
  }

  /** The next reply; throws when the server hangs up instead. */
  async reply(): Promise<WireReply> {
    for (const end = Date.now() + 30_000; Date.now() < end; await sleep(2)) {
      const [reply, length] = readReply(this.received, this.closed) ?? [];
      if (!reply) {
        if (this.closed) break;
        continue;
      }
      this.received = this.received.subarray(length);
      return reply;
    }
    throw new Error(`No reply but: ${this.received}`);
  }

  close(): void {
    this.socket.destroy();
  }
}

/** The first reply and its length; undefined as long as it is incomplete. */
function readReply(bytes: Buffer, isLast: boolean): [WireReply, number] | undefined {
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd < 0) return undefined;
  const [status = '', ...lines] = bytes.subarray(0, headEnd).toString('latin1').split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => line.toLowerCase().split(/: *(.*)/s) as [string, string]),
  );
  const rest = bytes.subarray(headEnd + 4);
  const sized = / (?:1\d\d|204|304) /.test(`${status} `) ? 0 : headers['content-length'];
  const body = headers['transfer-encoding'] === 'chunked' ? readChunks(rest) : readSized(rest, sized, isLast);
  return body && [{ status, headers, body: body.content }, headEnd + 4 + body.length];
}

function readSized(bytes: Buffer, size: string | number | undefined, isLast: boolean) {
  if (size === undefined) return isLast ? { content: bytes, length: bytes.length } : undefined;
  const length = Number(size);
  return bytes.length < length ? undefined : { content: bytes.subarray(0, length), length };
}

function readChunks(bytes: Buffer) {
  const chunks: Buffer[] = [];
  for (let at = 0; ; ) {
    const start = bytes.indexOf('\r\n', at) + 2;
    const size = Number.parseInt(bytes.subarray(at, start).toString(), 16);
    if (start < 2 || bytes.length < start + size + 2) return undefined;
    at = start + size + 2;
    if (size === 0) return { content: Buffer.concat(chunks), length: at };
    chunks.push(bytes.subarray(start, start + size));
  }
}
