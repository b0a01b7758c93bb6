import { type Client, createClient, type ExecutionResult } from 'graphql-ws';
import type { Api } from './api.ts';
import type { TestUser } from './make.ts';
import { waitFor } from './process.ts';

export const PostPublished = `subscription PostPublished($tag: String, $after: ID) {
  postPublished(tag: $tag, after: $after) { id title status author { username } tags { name } }
}`;

/** The title of posts that only serve to find out whether a subscription has begun. */
const knock = 'Is anybody there?';

type Refusal = {
  message: string;
  extensions: { code: string; requestId: string; fields?: { path: string[]; code: string }[] };
};

/** What a subscription has received. */
export class Feed {
  readonly events: ExecutionResult<Record<string, { id: string; [field: string]: unknown }>>[] = [];
  isBegun = false;
  isOver = false;
  error: unknown;
  readonly stop: () => void;

  constructor(client: Client, query: string, variables: Record<string, unknown>) {
    this.stop = client.subscribe(
      { query, variables },
      {
        next: (event) => {
          if (!JSON.stringify(event).includes(knock)) this.events.push(event as never);
          else this.isBegun = true;
        },
        error: (error) => {
          this.error = error;
        },
        complete: () => {
          this.isOver = true;
        },
      },
    );
  }

  /** The ids of what has come, in its order. */
  get ids(): (string | undefined)[] {
    return this.events.map(({ data }) => Object.values(data ?? {})[0]?.id);
  }

  /** Waits until this has come. */
  async until(id: string): Promise<void> {
    await waitFor(() => this.ids.includes(id) || undefined).catch(() => {
      throw new Error(`${id} did not come: ${JSON.stringify([this.events, this.error, this.isOver])}`);
    });
  }

  /** The errors that it was refused with. */
  get refusals(): Refusal[] {
    const errors = this.error ?? this.events[0]?.errors;
    return Array.isArray(errors) ? errors : [];
  }

  refusal(): Promise<Refusal> {
    return waitFor(() => this.refusals[0]);
  }
}

/** The sockets of one file's tests; those of each test are closed after it. */
export function useLive(): (api: Api, user?: Pick<TestUser, 'token'>) => Live {
  const open: Live[] = [];
  afterEach(async () => {
    for (const live of open.splice(0)) await live.client.dispose();
  });
  return (api, user) => {
    const live = new Live(api, user && { authorization: `Bearer ${user.token}` });
    open.push(live);
    return live;
  };
}

/** A client's socket. */
export class Live {
  readonly client: Client;
  /** How the socket was closed. */
  readonly closed: Promise<{ code: number; reason: string }>;
  private ending: { code: number; reason: string } | undefined;

  constructor(
    private readonly api: Api,
    params: Record<string, unknown> = {},
  ) {
    let close: (event: { code: number; reason: string }) => void;
    this.closed = new Promise((resolve) => {
      close = resolve;
    });
    this.client = createClient({
      url: api.url.replace('http', 'ws'),
      connectionParams: params,
      lazy: false,
      retryAttempts: 0,
      onNonLazyError: () => {},
      on: {
        closed: (event) => {
          this.ending = event as CloseEvent;
          close(this.ending);
        },
      },
    });
  }

  subscribe(query: string, variables: Record<string, unknown> = {}): Feed {
    return new Feed(this.client, query, variables);
  }

  /** What becomes of a subscription: `ok` once it has sent something, or the code that it or the socket ended with. */
  outcome(query: string): Promise<string> {
    const feed = this.subscribe(query);
    return waitFor(() =>
      feed.events[0]?.data ? 'ok' : (feed.refusals[0]?.extensions.code ?? this.ending?.reason),
    );
  }

  /** Subscribes to posts, and returns when each one that is published from now on comes. */
  async posts(): Promise<Feed> {
    const feed = this.subscribe(PostPublished);
    await waitFor(async () => {
      await this.api.make.post({ title: knock });
      return feed.isBegun || undefined;
    });
    return feed;
  }
}
