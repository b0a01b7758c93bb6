import type { EntityManager } from '@mikro-orm/postgresql';
import type { Logger } from './core/logger.js';
import type { AccessTokens } from './modules/auth/access-token.js';
import { createTagsOfPostLoader } from './modules/post/post.loader.js';
import type { Role, User } from './modules/user/user.entity.js';
import { createUserLoader } from './modules/user/user.loader.js';
import type { Reader } from './read/read.js';

/** Who asks: proved by an access token whose session is alive. */
export type Viewer = { id: string; role: Role; sessionId: string; user: User };

const createLoaders = (em: EntityManager) => ({
  user: createUserLoader(em),
  tagsOfPost: createTagsOfPostLoader(em),
});

/** What every resolver and service gets; one per request. */
export type Context = {
  /** For answering: plain rows of just what a document asks for. */
  read: Reader;
  /** For loading what other reads have not brought. Services that write use `inTransaction`. */
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
  /** Forgets what was loaded, so that what a mutation changed is loaded anew. */
  forget: () => void;
};

type Given = Omit<Context, 'em' | 'loaders' | 'forget'>;

/** A context on a fork of `root`, which is made when it is first needed: most reads never need one. */
export function createContext(root: EntityManager, given: Given): Context {
  let em: EntityManager | undefined;
  let loaders: Context['loaders'] | undefined;
  return {
    ...given,
    get em() {
      em ??= root.fork();
      return em;
    },
    get loaders() {
      loaders ??= createLoaders(this.em);
      return loaders;
    },
    forget: () => {
      em = undefined;
      loaders = undefined;
    },
  };
}
