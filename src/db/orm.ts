import { join } from 'node:path';
import { Migrator } from '@mikro-orm/migrations';
import {
  DefaultLogger,
  defineConfig,
  type LogContext,
  type LoggerOptions,
  MikroORM,
  type Options,
} from '@mikro-orm/postgresql';
import { countRows, countStatement, dependOnRequest } from '../core/request-scope.js';
import { AuditEvent } from '../modules/audit/audit-event.entity.js';
import { OneTimeToken } from '../modules/auth/one-time-token.entity.js';
import { RefreshToken } from '../modules/auth/refresh-token.entity.js';
import { Session } from '../modules/auth/session.entity.js';
import { Category, CategorySlug } from '../modules/category/category.entity.js';
import { Comment } from '../modules/comment/comment.entity.js';
import { Album } from '../modules/image/album.entity.js';
import { Image, ImageFile, ImageShare } from '../modules/image/image.entity.js';
import { Announcement } from '../modules/live/announcement.entity.js';
import { Post, PostImage, PostSlug, PostTag } from '../modules/post/post.entity.js';
import { PostDraft } from '../modules/post/post-draft.entity.js';
import { PostRevision } from '../modules/post/post-revision.entity.js';
import { IdempotencyKey } from '../modules/retry/idempotency-key.entity.js';
import { Tag, TagSlug } from '../modules/tag/tag.entity.js';
import { User } from '../modules/user/user.entity.js';

/** Counts what a request's statements cost, begin and commit among them. */
class CountingLogger extends DefaultLogger {
  override logQuery(context: LogContext & { query: string }): void {
    countStatement();
    countRows(context.results ?? context.affected ?? 0);
    // What the entity manager loads is told by no table: only `ctx.read` knows what it reads from.
    dependOnRequest();
    super.logQuery(context);
  }
}

const root = join(import.meta.dirname, '../../..');

/** Where the migrations of this code lie, compiled. */
export const compiledMigrations = join(root, 'dist/migrations');

const ormOptions = (databaseUrl: string): Options =>
  defineConfig({
    entities: [
      ...[User, Session, RefreshToken, OneTimeToken, IdempotencyKey, AuditEvent],
      ...[Tag, TagSlug, Category, CategorySlug],
      ...[Post, PostSlug, PostTag, PostRevision, PostDraft, Comment],
      ...[Album, Image, ImageShare, PostImage, ImageFile],
      Announcement,
    ],
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
    // Triggers and functions belong to no entity, `rate_limits` to the library that counts in it, and `post_search` is written and read by statements alone.
    schemaGenerator: {
      ignoreTriggers: true,
      ignoreRoutines: true,
      skipTables: ['rate_limits', 'post_search'],
    },
    loggerFactory: (options: LoggerOptions) => new CountingLogger(options),
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
