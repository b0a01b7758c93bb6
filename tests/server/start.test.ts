import { mkdirSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createDatabase, withClient } from '../support/database.ts';
import { readEnvironment } from '../support/environment.ts';
import { launch, type Running, runToEnd, startInkstone, waitFor } from '../support/process.ts';

const newFolder = () => mkdtempSync(join(readEnvironment().folder, 'data-'));

const ask = async ({ url }: Running, query: string) => {
  const headers = { 'content-type': 'application/json' };
  const reply = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return ((await reply.json()) as { data: Record<string, unknown> }).data;
};

const expectRefusal = (ending: { code: number | null; output: string }, cause: RegExp, mend: RegExp) => {
  expect(ending.code).toBe(1);
  expect(ending.output).toMatch(cause);
  expect(ending.output).toMatch(mend);
  expect(ending.output).not.toMatch(/\n\s+at /);
};

describe('a start with the embedded database', () => {
  it('makes private keys, stops cleanly on SIGINT and finds its data again', async () => {
    const DATA_DIR = newFolder();
    const first = await startInkstone({ DATA_DIR });
    for (const path of ['/', '/graphql', '/graphiql', '/healthz', '/readyz']) {
      expect(first.log()).toContain(`${first.url}${path}`);
    }
    const register = 'register(input: { username: "keeper", password: "a long enough one" }) { user { id } }';
    expect(await ask(first, `mutation { ${register} }`)).not.toBeNull();
    first.child.kill('SIGINT');
    expect((await first.ended).code).toBe(0);

    const keys = join(DATA_DIR, 'keys');
    const signingKey = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d{6}Z\.key$/);
    expect(readdirSync(keys).sort()).toEqual([signingKey, 'app.secret', 'postgres.password']);
    for (const name of readdirSync(keys)) expect(statSync(join(keys, name)).mode & 0o777).toBe(0o600);

    const second = await startInkstone({ DATA_DIR });
    const login = 'login(input: { username: "keeper", password: "a long enough one" }) { user { username } }';
    expect(await ask(second, `mutation { ${login} }`)).toEqual({ login: { user: { username: 'keeper' } } });
    expect((await second.stop()).code).toBe(0);
  });

  it('refuses a data folder that another Inkstone uses, and takes one over from a killed Inkstone', async () => {
    const DATA_DIR = newFolder();
    const first = await startInkstone({ DATA_DIR });
    expectRefusal(
      await runToEnd('main.js', [], { DATA_DIR, PORT: '0' }),
      /in use by another Inkstone/,
      /DATA_DIR=/,
    );
    first.child.kill('SIGKILL');
    await first.ended;
    const second = await startInkstone({ DATA_DIR });
    expect(await ask(second, '{ __typename }')).toEqual({ __typename: 'Query' });
    expect((await second.stop()).code).toBe(0);
  });
});

describe('a start that must fail', () => {
  it('reports every mistake of the configuration at once, without printing secrets', async () => {
    const settings = {
      PORT: '99999',
      LOG_LEVEL: 'loud',
      CORS_ORIGINS: 'example.org',
      JWT_SECRET: 'too-short-hush',
      SMTP_URL: 'imap://u:hush@h',
      MAIL_FROM: 'nobody',
      REDIS_URL: 'http://u:hush@h',
      TRUSTED_PROXIES: '10.0.0.1,0.0.0.0/0',
      RATE_LIMIT_SCALE: '0',
    };
    const ending = await runToEnd('main.js', [], { ...settings, DATABASE_URL: 'mysql://u:hush@h/d' });
    expectRefusal(ending, /10 mistakes/, /\.env\.example/);
    for (const name of [...Object.keys(settings), 'DATABASE_URL'])
      expect(ending.output).toContain(`${name}=`);
    expect(ending.output).not.toMatch(/hush/);
  });

  it.each(['a'.repeat(64), 'please-change-me-please-change-me-0', 'this-is-a-secret-really-a-secret-01'])(
    'refuses the weak secret %s',
    async (JWT_SECRET) => {
      expectRefusal(await runToEnd('main.js', [], { JWT_SECRET }), /JWT_SECRET/, /openssl rand/);
    },
  );

  it('wants to know who mails come from, when they are to be sent', async () => {
    const ending = await runToEnd('main.js', [], { SMTP_URL: 'smtp://u:hush@127.0.0.1:25', PORT: 'x' });
    expectRefusal(ending, /2 mistakes.*MAIL_FROM="" must say who mails come from/s, /\.env\.example/);
    expect(ending.output).not.toMatch(/hush/);
  });

  it('names a taken port, and leaves nothing running', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const PORT = String(typeof address === 'object' ? address?.port : '');
    const DATA_DIR = newFolder();
    expectRefusal(
      await runToEnd('main.js', [], { DATA_DIR, PORT }),
      new RegExp(`Port ${PORT}`),
      /PORT=\d+ npm start/,
    );
    expect(readdirSync(join(DATA_DIR, 'postgres'))).not.toContain('postmaster.pid');
    await new Promise((resolve) => other.close(resolve));
  });

  it('names an unreachable database', async () => {
    const DATABASE_URL = 'postgresql://nobody:hush@127.0.0.1:1/nothing';
    const ending = await runToEnd('main.js', [], { DATABASE_URL });
    expectRefusal(ending, /database at 127\.0\.0\.1:1\/nothing cannot be used/, /DATABASE_URL/);
    expect(ending.output).not.toMatch(/hush/);
  });

  it('names a data folder that cannot be written', async () => {
    const file = join(newFolder(), 'a-file');
    writeFileSync(file, '');
    expectRefusal(await runToEnd('main.js', [], { DATA_DIR: file }), /cannot be written/, /DATA_DIR=/);
  });

  it('refuses a database that is newer than the code', async () => {
    const DATABASE_URL = await createDatabase();
    await withClient(DATABASE_URL, (client) =>
      client.query(
        "insert into migrations (name, executed_at) values ('Migration29990101000000_future', now())",
      ),
    );
    expectRefusal(
      await runToEnd('main.js', [], { DATABASE_URL }),
      /newer than this Inkstone/,
      /version of Inkstone/,
    );
  });
});

describe('settings', () => {
  it('are read from .env, and the environment wins', async () => {
    const cwd = newFolder();
    const DATABASE_URL = await createDatabase();
    writeFileSync(
      join(cwd, '.env'),
      `DATABASE_URL=${DATABASE_URL}\nPUBLIC_URL=https://blog.example.org\nLOG_LEVEL=loud\n`,
    );
    const running = await startInkstone({ LOG_LEVEL: 'info', DATA_DIR: newFolder() }, { cwd });
    expect(running.log()).toContain('https://blog.example.org/graphql');
    await running.stop();
  });

  it('of production hide the schema and its hints, and log JSON', async () => {
    const running = await startInkstone({
      NODE_ENV: 'production',
      DATABASE_URL: await createDatabase(),
      DATA_DIR: newFolder(),
    });
    const answer = async (query: string) => {
      const headers = { 'content-type': 'application/json' };
      const reply = await fetch(`${running.url}/graphql`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ query }),
      });
      return reply.text();
    };
    expect(await answer('{ __schema { types { name } } }')).toMatch(/introspection is not allowed/);
    expect(await answer('{ viewr { id } }')).not.toMatch(/did you mean/i);
    expect(await answer('mutation { login(input: { usernme: "x" }) { accessToken } }')).not.toMatch(
      /did you mean/i,
    );
    await running.stop();
    for (const line of running.log().trim().split('\n')) expect(() => JSON.parse(line)).not.toThrow();
  });
});

describe('a data folder', () => {
  it('with a damaged key is refused, not used with a key that everyone can guess', async () => {
    const DATA_DIR = newFolder();
    mkdirSync(join(DATA_DIR, 'keys'));
    writeFileSync(join(DATA_DIR, 'keys/app.secret'), '');
    const ending = await runToEnd('main.js', [], { DATA_DIR, DATABASE_URL: await createDatabase() });
    expectRefusal(ending, /app\.secret is damaged/, /backup/);
  });

  it('whose server file was left behind, with an id that another process has now, is used', async () => {
    const DATA_DIR = newFolder();
    await (await startInkstone({ DATA_DIR })).stop();
    const stale = [process.pid, join(DATA_DIR, 'postgres'), 1, 1, '', '127.0.0.1', 0, 'ready', ''].join('\n');
    writeFileSync(join(DATA_DIR, 'postgres/postmaster.pid'), stale);
    const running = await startInkstone({ DATA_DIR });
    expect(await ask(running, '{ __typename }')).toEqual({ __typename: 'Query' });
    expect((await running.stop()).code).toBe(0);
  });

  it('is left without a running server when the start is interrupted', async () => {
    const DATA_DIR = newFolder();
    const interrupted = runInterrupted(DATA_DIR);
    expect(await interrupted).toMatchObject({ code: 0 });
    expect(readdirSync(join(DATA_DIR, 'postgres'))).not.toContain('postmaster.pid');
    expect(readdirSync(DATA_DIR).filter((name) => /password/.test(name))).toEqual([]);
  });
});

/** Sends SIGINT twice, as a terminal and npm do, while the demo is being written. */
async function runInterrupted(DATA_DIR: string) {
  const { child, ended, output } = launch('main.js', ['--demo'], { DATA_DIR, PORT: '0' });
  await waitFor(() => (/Writing the demo blog/.test(output()) ? true : undefined));
  child.kill('SIGINT');
  child.kill('SIGINT');
  return ended;
}
