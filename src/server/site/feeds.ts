import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Context } from '../../context.js';
import { type Feed, type FeedPost, feedFormats } from './feed-formats.js';
import type { Guest } from './guest.js';
import { sendText } from './send-text.js';
import { authorPath, type Site, tagPath } from './site.js';

type Posts = { posts: { nodes: FeedPost[] } };

const newest = 'first: 20, orderBy: NEWEST, filter: { status: [PUBLISHED] }';
const entry = `fragment Entry on Post {
  id slug title excerpt html publishedAt updatedAt author { displayName } tags { name }
}`;

/** Finds what a feed is of; null when there is nothing of the name, or nothing that a guest may know of. */
type Find = (ctx: Context, name: string) => Promise<Feed | null>;

/** `/feed.atom`, `/feed.rss` and `/feed.json`, and the same below `/tags/<slug>` and `/authors/<username>`. */
export function addFeeds(server: FastifyInstance, site: Site, guest: Guest): void {
  const all = guest.prepare<Posts>(`{ posts(${newest}) { nodes { ...Entry } } } ${entry}`);
  const ofTag = guest.prepare<{ tag: ({ slug: string; name: string } & Posts) | null }>(
    `query ($name: String!) { tag(slug: $name) { slug name posts(first: 20) { nodes { ...Entry } } } } ${entry}`,
  );
  const ofAuthor = guest.prepare<{ user: ({ username: string; displayName: string } & Posts) | null }>(
    `query ($name: String!) {
      user(username: $name) { username displayName posts(${newest}) { nodes { ...Entry } } }
    } ${entry}`,
  );

  addFeed(server, site, guest, '', async (ctx) => {
    const { posts } = await all(ctx);
    return { title: site.title, page: '/', below: '', posts: posts.nodes };
  });
  addFeed(server, site, guest, '/tags/:name', async (ctx, name) => {
    const { tag } = await ofTag(ctx, { name });
    if (!tag) return null;
    const page = tagPath(tag.slug);
    return { title: `${tag.name} · ${site.title}`, page, below: page, posts: tag.posts.nodes };
  });
  addFeed(server, site, guest, '/authors/:name', async (ctx, name) => {
    const { user } = await ofAuthor(ctx, { name });
    if (!user) return null;
    const below = authorPath(user.username);
    return { title: `${user.displayName} · ${site.title}`, page: '/', below, posts: user.posts.nodes };
  });
}

type Named = FastifyRequest<{ Params: { name?: string } }>;

function addFeed(server: FastifyInstance, site: Site, guest: Guest, below: string, find: Find): void {
  for (const [ending, { type, write }] of Object.entries(feedFormats)) {
    server.get(`${below}/feed.${ending}`, async ({ params: { name = '' } }: Named, reply) => {
      const body = await guest.kept(`feed ${ending} ${below} ${name}`, async (ctx) => {
        const feed = await find(ctx, name);
        return feed && write(site, feed, site.url(`${feed.below}/feed.${ending}`));
      });
      return sendText(reply, type, body);
    });
  }
}
