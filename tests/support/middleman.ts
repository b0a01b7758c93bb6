import { connect, createServer, type Socket } from 'node:net';

/** The connections that Inkstone answers with, and the one that it listens on. */
type Application = 'inkstone' | 'inkstone changes';

type Connection = { name: string; isHeld: boolean; held: Buffer[]; client: Socket; onHeld?: () => void };

/** What stands between a server and its database, and goes wrong when it is told to. */
export type Middleman = {
  /** The database, through the proxy. */
  url: string;
  /** What the database says on these connections is kept back until `release`. */
  hold: (name: Application) => void;
  /** The same for the connection that is used next; resolves when something is kept back. */
  holdNext: (name: Application) => Promise<void>;
  /** These connections are ended, and new ones are refused until `release`. */
  refuse: (name: Application) => void;
  release: () => void;
  stop: () => void;
};

/** Its sessions have other numbers than those of the database when it stands for a pooler. */
export async function startMiddleman(databaseUrl: string, { isPooler = false } = {}): Promise<Middleman> {
  const url = new URL(databaseUrl);
  const { hostname: host, port } = new URL(databaseUrl);
  const connections = new Set<Connection>();
  const refused = new Set<string>();
  let next: { name: string; onHeld: () => void } | undefined;
  const of = (name: string) => [...connections].filter((connection) => connection.name === name);

  const server = createServer({ allowHalfOpen: true }, (client) => {
    const database = connect({ host, port: Number(port), noDelay: true });
    const connection: Connection = { name: '', isHeld: false, held: [], client };
    connections.add(connection);
    client.once('data', (startup) => {
      connection.name = /application_name\0([^\0]*)/.exec(startup.toString('latin1'))?.[1] ?? '';
      if (refused.has(connection.name)) client.destroy();
    });
    client.on('data', (bytes) => {
      if (connection.name === next?.name) {
        Object.assign(connection, { isHeld: true, onHeld: next.onHeld });
        next = undefined;
      }
      database.write(bytes);
    });
    database.on('data', (bytes) => {
      const said = isPooler ? withOtherNumber(bytes) : bytes;
      if (!connection.isHeld) return client.write(said);
      connection.held.push(said);
      connection.onHeld?.();
    });
    for (const socket of [client, database]) socket.on('error', () => {});
    client.on('close', () => {
      database.destroy();
      connections.delete(connection);
    });
    // Who keeps everything back does not hang up either.
    client.on('end', () => connection.isHeld || client.destroy());
    database.on('close', () => connection.isHeld || client.destroy());
  });
  // A test that fails does not stop it.
  server.unref();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url.host = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;

  return {
    url: url.toString(),
    hold: (name) => {
      for (const connection of of(name)) connection.isHeld = true;
    },
    holdNext: (name) =>
      new Promise((onHeld) => {
        next = { name, onHeld };
      }),
    refuse: (name) => {
      refused.add(name);
      for (const { client } of of(name)) client.destroy();
    },
    release: () => {
      refused.clear();
      for (const connection of connections) {
        connection.isHeld = false;
        for (const bytes of connection.held.splice(0)) connection.client.write(bytes);
      }
    },
    stop: () => {
      server.close();
      for (const { client } of connections) client.destroy();
    },
  };
}

/** Changes the number of the session where the database tells it: BackendKeyData, of 12 bytes. */
function withOtherNumber(bytes: Buffer): Buffer {
  const at = bytes.indexOf(Buffer.from([0x4b, 0, 0, 0, 12]));
  if (at >= 0) bytes.writeInt32BE(bytes.readInt32BE(at + 5) ^ 0x7fff, at + 5);
  return bytes;
}
