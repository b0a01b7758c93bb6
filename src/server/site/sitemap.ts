import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Context } from '../../context.js';
import { listAddresses } from '../../modules/post/post-address.service.js';
import type { Guest } from './guest.js';
import { element, textElement, xmlDocument } from './markup.js';
import { sendText } from './send-text.js';
import { postPath, type Site } from './site.js';

/** How many addresses one file may have. */
const mostAddresses = 50_000;

type Numbered = FastifyRequest<{ Params: { number: string } }>;

/**
 * `/sitemap.xml`: the addresses of all published posts; when there are more than 50,000 it names `/sitemap-1.xml` and
 * so on, which have them. `/robots.txt` names it.
 */
export function addSitemap(server: FastifyInstance, site: Site, guest: Guest): void {
  const count = guest.prepare<{ posts: { totalCount: number } }>('{ posts { totalCount } }');

  const part = async (ctx: Context, number: number) => {
    const posts = await listAddresses(ctx, { skip: (number - 1) * mostAddresses, most: mostAddresses });
    const places = posts.map(({ slug, updatedAt }) => placeOf(site.url(postPath(slug)), updatedAt));
    return places.length === 0 && number > 1 ? null : listOf('urlset', 'url', places);
  };
  const index = (parts: number) => {
    const paths = Array.from({ length: parts }, (_, n) => `/sitemap-${n + 1}.xml`);
    const places = paths.map((path) => placeOf(site.url(path)));
    return listOf('sitemapindex', 'sitemap', places);
  };
  const whole = async (ctx: Context) => {
    const { posts } = await count(ctx);
    const parts = Math.ceil(posts.totalCount / mostAddresses);
    return parts > 1 ? index(parts) : part(ctx, 1);
  };

  server.get('/sitemap.xml', async (_request, reply) =>
    sendText(reply, 'application/xml', await guest.kept('sitemap', whole)),
  );
  server.get('/sitemap-:number(^[1-9]\\d{0,3}$).xml', async ({ params }: Numbered, reply) => {
    const number = Number(params.number);
    const body = await guest.kept(`sitemap ${number}`, (ctx) => part(ctx, number));
    return sendText(reply, 'application/xml', body);
  });
  server.get('/robots.txt', (_request, reply) => {
    const body = `User-agent: *\nDisallow:\nSitemap: ${site.url('/sitemap.xml')}\n`;
    return sendText(reply, 'text/plain', body);
  });
}

const placeOf = (url: string, changed?: Date): string =>
  textElement('loc', url) + (changed ? textElement('lastmod', changed.toISOString()) : '');

function listOf(name: string, item: string, places: string[]): string {
  const items = places.map((place) => element(item, {}, place));
  return xmlDocument(
    element(name, { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }, items.join('\n')),
  );
}
