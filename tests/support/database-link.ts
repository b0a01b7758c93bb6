import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** Stands between a server and its database, so that a test can take the database away from that server alone. */
export class DatabaseLink {
  /** How many connections were refused. */
  refused = 0;
  private isCut = false;
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;
  private readonly target: URL;

  constructor(databaseUrl: string) {
    this.target = new URL(databaseUrl);
    this.server = createServer((socket) => (this.isCut ? this.refuse(socket) : this.join(socket)));
  }

  /** Opens the link and returns the URL of the database by way of it. */
  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const url = new URL(this.target);
    url.host = `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return url.toString();
  }

  close(): void {
    this.cut();
    this.server.close();
  }

  /** Ends all connections and refuses new ones. */
  cut(): void {
    this.isCut = true;
    for (const socket of this.sockets) socket.destroy();
  }

  mend(): void {
    this.isCut = false;
  }

  private refuse(socket: Socket): void {
    this.refused += 1;
    socket.resetAndDestroy();
  }

  private join(socket: Socket): void {
    const other = connect(Number(this.target.port), this.target.hostname);
    for (const [from, to] of [
      [socket, other],
      [other, socket],
    ] as const) {
      this.sockets.add(from);
      from.pipe(to);
      from.on('error', () => {}).on('close', () => to.destroy());
    }
  }
}
