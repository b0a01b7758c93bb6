import { type Config, loadConfig } from './config.js';
import { StartupError } from './core/startup-error.js';
import { type App, startApp } from './server/app.js';

const starting = new AbortController();
const signals = ['SIGINT', 'SIGTERM'] as const;
for (const signal of signals) process.on(signal, stop);
let app: App | undefined;
let stopping = false;

try {
  const config = loadConfig();
  const demo = process.argv.includes('--demo') ? await import('./server/demo.js') : undefined;
  demo?.refuseInProduction(config);
  app = await startApp(config, { seed: demo?.seedDemo, signal: starting.signal });
  if (starting.signal.aborted) await app.stop();
  else announce(app, config, demo?.invitation);
} catch (error) {
  if (!starting.signal.aborted) fail(error);
}

function fail(error: unknown): void {
  process.exitCode = 1;
  if (!(error instanceof StartupError)) throw error;
  console.error(`\nInkstone cannot start.\n${error.message}\n→ ${error.mend}\n`);
}

/**
 * The first signal stops in order, during the start too; a later one ends the process at once. A terminal and the
 * programs between may each pass the same Ctrl-C on, so what comes within a second counts as the same.
 */
function stop(signal: NodeJS.Signals): void {
  if (stopping) return;
  stopping = true;
  setTimeout(() => {
    for (const name of signals) process.off(name, stop);
  }, 1_000).unref();
  starting.abort();
  app?.log.info({ signal }, 'stopping');
  app?.stop().then(
    () => app?.log.info('stopped'),
    (error) => {
      app?.log.error({ err: error }, 'stopped with an error');
      process.exitCode = 1;
    },
  );
}

function announce({ url, address, log, setupUrl }: App, config: Config, invitation = ''): void {
  if (config.NODE_ENV === 'production') {
    log.info({ url, address }, 'Inkstone is running');
    // Logs are read by many and kept for long: no place for the setup link.
    if (setupUrl) log.warn('there is no admin yet; make one with: inkstone user create-admin');
    return;
  }
  console.log(`
  Inkstone is running. Stop it with Ctrl-C.

    Web        ${url}/
    GraphQL    ${url}/graphql
    GraphiQL   ${url}/graphiql
    Health     ${url}/healthz  ${url}/readyz
    Listens on ${address}
    Data       ${config.DATABASE_URL ? 'the server at DATABASE_URL' : config.DATA_DIR}

${setupUrl ? welcome(setupUrl) : ''}${invitation}`);
}

function welcome(setupUrl: string): string {
  return `  There is no admin yet. This link makes the first one, and works once:

    ${setupUrl}

`;
}
