import type { EntityManager } from '@mikro-orm/postgresql';
import type { Logger } from './core/logger.js';
import type { AccessTokens } from './modules/auth/access-token.js';
import { createTagsOfPostLoader } from './modules/post/post.loader.js';
import type { Role } from './modules/user/user.entity.js';
import { createUserLoader } from './modules/user/user.loader.js';

/** Who asks: proved by an access token whose session is alive. */
export type Viewer = { id: string; role: Role; sessionId: string };

const createLoaders = (em: EntityManager) => ({
  user: createUserLoader(em),
  tagsOfPost: createTagsOfPostLoader(em),
});

/** What every resolver and service gets; one per request. */
export type Context = {
  /** For reading. Services that write use `inTransaction`. */
  em: EntityManager;
  loaders: ReturnType<typeof createLoaders>;
  viewer: Viewer | null;
  tokens: AccessTokens;
  /** The refresh token that follows another: see `refresh-token.ts`. */
  successorOf: (refreshToken: string) => string;
  /** The moment the request arrived. */
  now: Date;
  log: Logger;
  userAgent: string | null;
  /** Forgets what was read, so that what a mutation changed is read anew. */
  forget: () => void;
};

/** Everything but `loaders` and `forget` is the caller's; `em` must be a fork of its own. */
export function createContext(parts: Omit<Context, 'loaders' | 'forget'>): Context {
  const context: Context = {
    ...parts,
    loaders: createLoaders(parts.em),
    forget: () => {
      context.em.clear();
      context.loaders = createLoaders(context.em);
    },
  };
  return context;
}
