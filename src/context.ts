import type { EntityManager } from '@mikro-orm/postgresql';
import { clientOf } from './core/client-address.js';
import type { Logger } from './core/logger.js';
import type { News } from './core/news.js';
import { dependOnRequest } from './core/request-scope.js';
import type { AccessTokens } from './modules/auth/access-token.js';
import type { RefreshCookie } from './modules/auth/refresh-cookie.js';
import { createAlbumLoader, createSharesOfImageLoader } from './modules/image/image.loader.js';
import type { ImageLibrary } from './modules/image/image-library.js';
import { createDraftOfPostLoader, createTagsOfPostLoader } from './modules/post/post.loader.js';
import type { Role, User } from './modules/user/user.entity.js';
import { createUserLoader } from './modules/user/user.loader.js';
import type { Jobs } from './platform/jobs.js';
import type { Mailer } from './platform/mail.js';
import type { RenderMarkdown } from './platform/markdown/markdown.js';
import type { RateLimits } from './platform/rate-limits.js';
import { createPageLoader } from './read/page.loader.js';
import type { Reader } from './read/read.js';
import { createRowLoader } from './read/row.loader.js';
import { createValueLoader } from './read/value.loader.js';

/** Who asks: proved by an access token whose session is alive. */
export type Viewer = { id: string; role: Role; sessionId: string; user: User };

/** An entity manager takes a while to make, and what reads need does without. */
const createLoaders = (em: () => EntityManager, read: Reader) => ({
  page: createPageLoader(read),
  row: createRowLoader(read),
  value: createValueLoader(read),
  user: createUserLoader(em),
  tagsOfPost: createTagsOfPostLoader(em),
  draftOfPost: createDraftOfPostLoader(em),
  album: createAlbumLoader(em),
  sharesOfImage: createSharesOfImageLoader(em),
});

/** What the request alone brings: an answer that looks at it holds for no other. */
type Arrival = {
  /** The moment the request arrived. */
  now: Date;
  userAgent: string | null;
  acceptLanguage: string | undefined;
  refreshCookie: RefreshCookie;
  /** The address that it came from; known where something may be changed. */
  address: string | undefined;
};

/** What a context is made of. */
type Given = {
  /** For answering: plain rows of just what a document asks for. */
  read: Reader;
  viewer: Viewer | null;
  tokens: AccessTokens;
  /** The refresh token that follows another: see `refresh-token.ts`. */
  successorOf: (refreshToken: string) => string;
  /** What the setup link carries: the right to make the first admin. */
  setupToken: string;
  limits: RateLimits;
  library: ImageLibrary;
  log: Logger;
  /** What becomes visible, when it does. */
  news: News;
  /** For work that need not be done before the answer. */
  jobs: Pick<Jobs<JobContext>, 'enqueue'>;
  renderMarkdown: RenderMarkdown;
};

/** What every resolver and service gets; one per request. */
export type Context = Given &
  Readonly<Omit<Arrival, 'address'>> & {
    /** Whom limits count. */
    readonly client: string;
    /** For loading what other reads have not brought. Services that write use `inTransaction`. */
    readonly em: EntityManager;
    readonly loaders: ReturnType<typeof createLoaders>;
    /** Forgets what was loaded, so that what a mutation changed is loaded anew. */
    forget: () => void;
  };

/** What a job gets: there is no request, and nobody asks. */
export type JobContext = Context & { mailer: Mailer };

/** What a subscription gets, which outlives requests. */
export type LiveContext = Context & {
  /**
   * The same as it is now, with nothing loaded. Throws what a request would be refused with, when the session has
   * ended for example.
   */
  anew: () => Promise<Context>;
  /** Ends when nobody waits for events any more. */
  signal: AbortSignal;
};

/** Made when they are first needed, as most reads never need them, and shared by the copies that Apollo makes. */
type Held = { em?: EntityManager | undefined; loaders?: Context['loaders'] | undefined };

const lazily = {
  get em(): EntityManager {
    const { held, root } = this as unknown as { held: Held; root: EntityManager };
    held.em ??= root.fork({ keepTransactionContext: true });
    return held.em;
  },
  get loaders(): Context['loaders'] {
    const { held, read } = this as unknown as { held: Held; read: Reader };
    held.loaders ??= createLoaders(() => this.em, read);
    return held.loaders;
  },
  get now(): Date {
    return arrivalOf(this).now;
  },
  get userAgent(): string | null {
    return arrivalOf(this).userAgent;
  },
  get acceptLanguage(): string | undefined {
    return arrivalOf(this).acceptLanguage;
  },
  get refreshCookie(): RefreshCookie {
    return arrivalOf(this).refreshCookie;
  },
  get client(): string {
    return clientOf(arrivalOf(this).address);
  },
};

function arrivalOf(context: object): Arrival {
  dependOnRequest();
  return (context as { arrival: Arrival }).arrival;
}

/** A context whose entity manager is a fork of `root`. */
export const createContext = (root: EntityManager, given: Given, arrival: Arrival): Context =>
  Object.assign(Object.create(lazily), given, loadingFrom(root), { arrival });

/** The same context in the transaction of `root`, with nothing loaded yet; `read` reads in that transaction too. */
export const contextWithin = (ctx: Context, root: EntityManager, read: Reader): Context =>
  Object.assign(Object.create(ctx), loadingFrom(root), { read });

function loadingFrom(root: EntityManager) {
  const held: Held = {};
  const forget = () => {
    held.em = undefined;
    held.loaders = undefined;
  };
  return { root, held, forget };
}
