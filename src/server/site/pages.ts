import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isDatabaseDown } from '../../db/failures.js';
import type { Guest } from './guest.js';
import { type PagePost, postHead, siteHead } from './page-head.js';
import { sendText } from './send-text.js';
import { postPath, type Site } from './site.js';

declare module 'fastify' {
  interface FastifyReply {
    /** Sends the web client, which shows the page itself; missing when the web client has not been built. */
    sendShell?: () => FastifyReply;
  }
}

type Slugged = FastifyRequest<{ Params: { slug: string } }>;

/** The pages of the web client: `template` is its HTML. Those of posts say in their heads what they are about. */
export function addPages(server: FastifyInstance, site: Site, guest: Guest, template: string): void {
  const withHead = (head: string) => template.replace(/<title>.*<\/title>/, () => head);
  const findPost = guest.prepare<{ post: PagePost | null }>(
    `query ($slug: String!) {
      post(slug: $slug) { slug title excerpt publishedAt updatedAt author { displayName } tags { name } cover { id alt } }
    }`,
  );
  const postAt = async (slug: string): Promise<PagePost | null> => {
    const found = await guest.kept(`post ${slug}`, async (ctx) => {
      const { post } = await findPost(ctx, { slug });
      return post && JSON.stringify(post);
    });
    return found && JSON.parse(found);
  };

  server.decorateReply('sendShell', function (this: FastifyReply) {
    return sendText(this, 'text/html', withHead(siteHead(site)));
  });
  server.get('/', (_request, reply) => reply.sendShell?.());
  server.get('/posts/:slug', async ({ params: { slug } }: Slugged, reply) => {
    try {
      const post = await postAt(slug);
      // The web client comes along: a writer sees their draft, everyone else that there is nothing.
      if (!post) return reply.code(404).sendShell?.();
      // A post may get an old slug back, so nobody is to remember the way for good.
      if (post.slug !== slug)
        return reply.header('cache-control', 'no-cache').redirect(site.url(postPath(post.slug)), 301);
      return sendText(reply, 'text/html', withHead(postHead(site, post)));
    } catch (error) {
      if (!isDatabaseDown(error)) throw error;
      return reply.code(503).header('retry-after', '2').sendShell?.();
    }
  });
}
