import { WebSocket } from 'ws';
import type { Api } from './api.ts';
import { waitFor } from './process.ts';

export const protocol = 'graphql-transport-ws';

export type Message = { id?: string; type: string; payload?: unknown };

export const init = (payload?: unknown): Message => ({ type: 'connection_init', payload });

/** Among what is to be sent: wait until the server has taken the hello. */
export const acknowledged: Message = { type: 'connection_ack' };

type Opening = { headers?: Record<string, string>; protocol?: string | string[] };

/** A socket without a library that keeps the rules. */
export class RawSocket {
  readonly socket: WebSocket;
  readonly messages: Message[] = [];
  readonly closed: Promise<{ code: number; reason: string }>;
  /** The status and code with which the request was refused. */
  readonly refused: Promise<[number | undefined, string]>;

  constructor(api: Api, { headers = {}, protocol: wanted = protocol }: Opening = {}) {
    this.socket = new WebSocket(api.url.replace('http', 'ws'), wanted, { headers });
    this.socket.on('message', (data) => this.messages.push(JSON.parse(String(data))));
    this.socket.on('error', () => {});
    this.closed = new Promise((resolve) => {
      this.socket.on('close', (code, reason) => resolve({ code, reason: String(reason) }));
    });
    this.refused = new Promise((resolve) => {
      this.socket.on('unexpected-response', async (_request, response) => {
        const { errors } = JSON.parse(String(Buffer.concat(await response.toArray())));
        resolve([response.statusCode, errors[0].extensions.code]);
      });
    });
  }

  async send(...messages: (Message | string)[]): Promise<this> {
    await waitFor(() => this.socket.readyState === WebSocket.OPEN || undefined);
    for (const message of messages) {
      if (message === acknowledged) await this.message('connection_ack');
      else this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
    }
    return this;
  }

  /** Waits for a message of a type. */
  message(type: string): Promise<Message> {
    return waitFor(() => this.messages.find((message) => message.type === type));
  }
}

/** Raw sockets of one file's tests; those of each test are closed after it. */
export function useRawSockets(): (api: Api, opening?: Opening) => RawSocket {
  const open: RawSocket[] = [];
  afterEach(() => {
    for (const { socket } of open.splice(0)) socket.terminate();
  });
  return (api, opening) => {
    const raw = new RawSocket(api, opening);
    open.push(raw);
    return raw;
  };
}
