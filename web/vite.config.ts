import { resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const here = import.meta.dirname;
const worker = 'graphiql > @graphiql/react > monaco-graphql';

/** The server gives GraphiQL the address /graphiql; the development server has to be told. */
const graphiqlRoute: Plugin = {
  name: 'graphiql-route',
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      if (request.url === '/graphiql') request.url = '/graphiql.html';
      next();
    });
  },
};

export default defineConfig({
  root: here,
  plugins: [graphiqlRoute],
  optimizeDeps: {
    // GraphiQL's workers are imported with Vite's own "?worker", which the pre-bundler does not know ...
    exclude: ['graphiql/setup-workers/vite', '@graphiql/react/setup-workers/vite'],
    // ... and so it has to be told of the CommonJS modules that they use.
    include: [`${worker} > picomatch-browser`, `${worker} > graphql-language-service > nullthrows`],
  },
  server: { proxy: { '/graphql': { target: `http://127.0.0.1:${process.env.PORT ?? 4000}`, ws: true } } },
  build: {
    outDir: resolve(here, '../dist/web'),
    emptyOutDir: true,
    // GraphiQL's editor alone is larger than the default warning limit; the application has its own budget.
    chunkSizeWarningLimit: 6000,
    rolldownOptions: {
      checks: { moduleLevelDirective: false }, // "use client" in libraries means nothing here
      input: { app: resolve(here, 'index.html'), graphiql: resolve(here, 'graphiql.html') },
      output: {
        // Libraries change less often than the pages, so a new release leaves them in the visitors' caches.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
            { name: 'data', test: /node_modules\/(@apollo|@wry|optimism|rxjs)\// },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
});
