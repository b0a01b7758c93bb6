import { createDatabase, withClient } from '../support/database.ts';
import { type Running, startInkstone, waitFor } from '../support/process.ts';

const statusOf = async ({ url }: Running, path: string) => (await fetch(`${url}${path}`)).status;

async function start() {
  const databaseUrl = await createDatabase();
  return { databaseUrl, running: await startInkstone({ DATABASE_URL: databaseUrl }) };
}

describe('/healthz and /readyz', () => {
  it('say that the server lives and may receive traffic', async () => {
    const { running } = await start();
    expect(await (await fetch(`${running.url}/healthz`)).json()).toEqual({ status: 'ok' });
    expect(await (await fetch(`${running.url}/readyz`)).json()).toEqual({ status: 'ready' });
    await running.stop();
  });

  it('tell a missing migration from a missing database; the process lives on', async () => {
    const { databaseUrl, running } = await start();
    const cause = async () =>
      ((await (await fetch(`${running.url}/readyz`)).json()) as { cause?: string }).cause;
    await withClient(databaseUrl, (client) => client.query('delete from migrations'));
    expect(await cause()).toBe('migrations');
    await withClient(databaseUrl, (client) => client.query('drop table migrations'));
    expect(await cause()).toBe('database');
    expect(await statusOf(running, '/readyz')).toBe(503);
    expect(await statusOf(running, '/healthz')).toBe(200);
    await running.stop();
  });
});

describe('SIGTERM', () => {
  it('lets requests in flight finish, tells /readyz first, and ends with code 0', async () => {
    const { databaseUrl, running } = await start();
    const body = JSON.stringify({
      query:
        'mutation { register(input: { username: "late", password: "a long enough one" }) { user { username } } }',
    });
    const headers = { 'content-type': 'application/json' };
    // The lock keeps the request in flight until after the signal.
    const answer = await withClient(databaseUrl, async (client) => {
      await client.query('begin');
      await client.query('lock table users in exclusive mode');
      const pending = fetch(`${running.url}/graphql`, { method: 'POST', headers, body });
      await waitFor(async () => {
        const { rows } = await client.query("select 1 from pg_stat_activity where wait_event_type = 'Lock'");
        return rows[0];
      });
      running.child.kill('SIGTERM');
      await waitFor(async () => ((await statusOf(running, '/readyz')) === 503 ? true : undefined));
      await client.query('commit');
      return (await pending).json();
    });
    expect(answer).toEqual({ data: { register: { user: { username: 'late' } } } });
    expect((await running.ended).code).toBe(0);
  });

  it('fails no request of clients that go elsewhere when they are told to', async () => {
    const { running } = await start();
    const statuses: number[] = [];
    // As balancers do: a connection is used until an answer says that it closes.
    const client = async () => {
      for (let told = false; !told; ) {
        const reply = await fetch(`${running.url}/healthz`);
        statuses.push(reply.status);
        told = reply.headers.get('connection') === 'close';
      }
    };
    const clients = Promise.all(Array.from({ length: 8 }, client));
    await waitFor(() => (statuses.length > 50 ? true : undefined));
    running.child.kill('SIGTERM');
    await clients;
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect((await running.ended).code).toBe(0);
  });
});
