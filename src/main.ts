import { type Config, loadConfig } from './config.js';
import { StartupError } from './core/startup-error.js';
import { type App, startApp } from './server/app.js';

try {
  const config = loadConfig();
  const demo = process.argv.includes('--demo') ? await import('./server/demo.js') : undefined;
  demo?.refuseInProduction(config);
  const app = await startApp(config, demo?.seedDemo);
  announce(app, config);
  if (demo) console.log(demo.invitation);
  stopOnSignal(app);
} catch (error) {
  process.exitCode = 1;
  if (error instanceof StartupError)
    console.error(`\nInkstone cannot start.\n${error.message}\n→ ${error.mend}\n`);
  else throw error;
}

function announce({ url, address, log }: App, config: Config): void {
  if (config.NODE_ENV === 'production') {
    log.info({ url, address }, 'Inkstone is running');
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
`);
}

/** The first signal stops in order; a second one, having no listener any more, ends the process at once. */
function stopOnSignal({ log, stop }: App): void {
  const onSignal = (signal: NodeJS.Signals) => {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
    log.info({ signal }, 'stopping');
    stop().then(
      () => log.info('stopped'),
      (error) => {
        log.error({ err: error }, 'stopped with an error');
        process.exitCode = 1;
      },
    );
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
}
