// PostGraphile as its documentation has it: the Amber preset, the schema made of the tables, one statement a request.
import { createServer } from 'node:http';
import { PgSimplifyInflectionPreset } from '@graphile/simplify-inflection';
import { PgManyToManyPreset } from '@graphile-contrib/pg-many-to-many';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { createPool, databaseUrl, host, poolSize, port, userIdOf } from '../shared/environment.js';
import { createFunctions, functionsSchema } from './functions.js';

const setup = createPool();
await setup.query(createFunctions);
await setup.end();

const instance = postgraphile({
  extends: [PostGraphileAmberPreset, PgSimplifyInflectionPreset, PgManyToManyPreset],
  pgServices: [
    makePgService({
      connectionString: databaseUrl,
      schemas: ['public', functionsSchema],
      poolConfig: { max: poolSize },
    }),
  ],
  schema: { defaultBehavior: '+connection +list' },
  grafserv: { graphqlPath: '/graphql', graphiql: false, websockets: false },
  grafast: {
    context: ({ node }) => {
      const userId = userIdOf(node.req.headers.authorization);
      // Without settings PostGraphile needs no transaction around its statement.
      return userId ? { pgSettings: { 'jwt.claims.user_id': userId } } : {};
    },
  },
});

const server = createServer();
const served = instance.createServ(grafserv);
await served.addTo(server);
server.listen(port, host);
