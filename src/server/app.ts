import { type AddressInfo, Server as NetServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.js';
import type { Changes } from '../core/changes.js';
import { createLogger, type Logger } from '../core/logger.js';
import { StartupError } from '../core/startup-error.js';
import { hasAdmin } from '../modules/user/admin.service.js';
import { startApollo } from './apollo.js';
import { contextOf, type Services } from './graphql-context.js';
import { addHealthRoutes } from './health.js';
import { createHttpServer } from './http.js';
import { addImageRoute } from './images.js';
import { workOnJobs } from './jobs.js';
import { addKeysRoute } from './keys.js';
import { createKnownDocuments } from './known-documents.js';
import { type Live, openLive } from './live.js';
import { refreshCookieOf } from './refresh-cookie.js';
import { createReplyHeads } from './reply-heads.js';
import { createResponseCache } from './response-cache.js';
import { createSchema } from './schema.js';
import { openServices } from './services.js';
import { createShortcut, joinPipeline } from './shortcut.js';
import { createGuest } from './site/guest.js';
import { addSite } from './site/routes.js';
import { siteOf } from './site/site.js';
import { acceptForms } from './uploads.js';
import { addWebClient } from './web.js';

/** A running Inkstone. */
export type App = {
  /** What users call it. */
  url: string;
  /** Where it listens on this machine. */
  address: string;
  log: Logger;
  /** Where the first admin is made; null when there is an admin. Who knows it can take the place over. */
  setupUrl: string | null;
  /** Lets requests in flight finish, then closes the server and the database. */
  stop: () => Promise<void>;
};

/** How long kept-alive connections are still served, so that clients can move on without a failed request. */
const farewellMs = 500;

type StartOptions = {
  /** Fills the database before the first request. */
  seed?: ((services: Services, signal: AbortSignal) => Promise<void>) | undefined;
  /** Gives up the start at the next step. */
  signal: AbortSignal;
};

/** Starts everything in order; throws a StartupError, with nothing left running, when a part does not start. */
export async function startApp(config: Config, { seed, signal }: StartOptions): Promise<App> {
  const log = createLogger(config.LOG_LEVEL, config.NODE_ENV === 'development');
  let url = config.PUBLIC_URL ?? '';
  const siteUrl = () => url;
  const { services, changes, close } = await openServices(config, log, { siteUrl });
  const { jobs } = services;
  try {
    let stopping = false;
    signal.throwIfAborted();
    await seed?.(services, signal);
    const adminMissing = !(await hasAdmin({ em: services.orm.em.fork() }));
    const { server, live } = await createServer(config, services, changes, siteUrl, () => stopping);
    await listen(server, config);
    const stop = async () => {
      stopping = true;
      live.stop();
      const jobsDone = jobs.stop();
      await setTimeout(farewellMs);
      await closeGently(server);
      await jobsDone;
      await close();
    };
    const address = addressOf(server);
    url ||= address;
    const setupUrl = adminMissing ? `${url}/setup?token=${services.setupToken}` : null;
    await workOnJobs(services, config, url);
    return { url, address, log, setupUrl, stop };
  } catch (error) {
    await jobs.stop();
    await close();
    throw error;
  }
}

async function createServer(
  config: Config,
  services: Services,
  changes: Changes,
  siteUrl: () => string,
  isStopping: () => boolean,
): Promise<{ server: FastifyInstance; live: Live }> {
  const open = config.NODE_ENV !== 'production';
  const isSecure = config.PUBLIC_URL?.startsWith('https:') ?? false;
  const schema = await createSchema();
  const known = config.FAST_PATH === 'on' ? createKnownDocuments(schema) : null;
  const cache = config.RESPONSE_CACHE === 'on' ? createResponseCache(changes) : null;
  const heads = createReplyHeads();
  const shortcut = known && createShortcut({ services, known, heads, cache }, config);
  const server = await createHttpServer(
    config,
    services.log,
    isStopping,
    shortcut ?? ((pipeline) => pipeline),
  );
  if (shortcut) joinPipeline(server, heads);
  const apollo = await startApollo(schema, services.log, { open, known, changes });
  server.addHook('onClose', () => apollo.stop());
  const readForm = acceptForms(server, services, config);
  server.route({
    method: ['GET', 'POST', 'OPTIONS'],
    url: '/graphql',
    preValidation: readForm,
    // Apollo Sandbox, which is shown here in development, comes from Apollo's own host.
    ...(open && { onRequest: async (_request, reply) => void reply.removeHeader('content-security-policy') }),
    handler: fastifyApolloHandler(apollo, {
      context: (request, reply) =>
        contextOf(services, request.headers, {
          address: request.ip,
          refreshCookie: refreshCookieOf(request, reply, isSecure),
        }),
    }),
  });
  addHealthRoutes(server, services.orm, isStopping);
  addKeysRoute(server, services.tokens);
  addImageRoute(server, services, changes);
  addSite(server, siteOf(config, siteUrl), createGuest(schema, services, cache), await addWebClient(server));
  const live = openLive(services, schema, config, open);
  server.server.on('upgrade', live.upgrade);
  return { server, live };
}

async function listen(server: FastifyInstance, { HOST, PORT }: Config): Promise<void> {
  try {
    await server.listen({ host: HOST, port: PORT });
  } catch (error) {
    await server.close();
    throw cannotListen(HOST, PORT, error as NodeJS.ErrnoException);
  }
}

function cannotListen(host: string, port: number, error: NodeJS.ErrnoException): StartupError {
  if (error.code === 'EADDRINUSE') {
    return new StartupError(
      `Port ${port} on ${host} is taken by another program.`,
      `Stop that program, or choose another port: PORT=${port + 1} npm start`,
      { cause: error },
    );
  }
  return new StartupError(
    `Inkstone cannot listen on ${host}:${port}: ${error.message}`,
    'Set HOST to an address of this machine and PORT to a port that this user may open (1024 or higher).',
    { cause: error },
  );
}

/** Where the server listens, as a URL. */
function addressOf(server: FastifyInstance): string {
  const { address, port, family } = server.server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

/**
 * Takes no new connections, and answers those that have come before it closes what is idle: a connection whose
 * request has not been read yet looks idle too.
 */
async function closeGently(server: FastifyInstance): Promise<void> {
  NetServer.prototype.close.call(server.server);
  await setTimeout(farewellMs / 2);
  await server.close();
}
