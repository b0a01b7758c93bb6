import { join } from 'node:path';
import { Migrator } from '@mikro-orm/migrations';
import { defineConfig, MikroORM, type Options } from '@mikro-orm/postgresql';
import { dependOnRequest, requestScope } from '../core/request-scope.js';
import { AuditEvent } from '../modules/audit/audit-event.entity.js';
import { RefreshToken } from '../modules/auth/refresh-token.entity.js';
import { Session } from '../modules/auth/session.entity.js';
import { Post, PostTag } from '../modules/post/post.entity.js';
import { Tag } from '../modules/tag/tag.entity.js';
import { User } from '../modules/user/user.entity.js';

function countStatement(sql: string): string {
  const scope = requestScope.getStore();
  if (scope) scope.statements += 1;
  // What the entity manager loads is told by no table: only `ctx.read` knows what it reads from.
  dependOnRequest();
  return sql;
}

const root = join(import.meta.dirname, '../../..');

/** Where the migrations of this code lie, compiled. */
export const compiledMigrations = join(root, 'dist/migrations');

const ormOptions = (databaseUrl: string): Options =>
  defineConfig({
    entities: [User, Session, RefreshToken, Tag, Post, PostTag, AuditEvent],
    extensions: [Migrator],
    clientUrl: databaseUrl,
    driverOptions: {
      connectionString: databaseUrl,
      application_name: 'inkstone',
      max: 10,
      // A database that accepts and never answers must not keep callers waiting.
      connectionTimeoutMillis: 5_000,
      statement_timeout: 10_000,
      query_timeout: 15_000,
    },
    // The schema belongs to migrations; nothing is created behind their back.
    ensureDatabase: false,
    // Triggers belong to no entity, and `rate_limits` to the library that counts in it.
    schemaGenerator: { ignoreTriggers: true, skipTables: ['rate_limits'] },
    onQuery: countStatement,
    migrations: {
      path: compiledMigrations,
      pathTs: join(root, 'migrations'),
      tableName: 'migrations',
      snapshot: false,
      silent: true,
    },
  });

/** Connects lazily: the first statement opens the first connection. */
export const openOrm = (databaseUrl: string): Promise<MikroORM> => MikroORM.init(ormOptions(databaseUrl));
