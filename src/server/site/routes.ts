import type { FastifyInstance } from 'fastify';
import { addFeeds } from './feeds.js';
import type { Guest } from './guest.js';
import { addPages } from './pages.js';
import type { Site } from './site.js';
import { addSitemap } from './sitemap.js';

/** What people's browsers, feed readers and search engines ask for. `template` is null without a web client. */
export function addSite(server: FastifyInstance, site: Site, guest: Guest, template: string | null): void {
  addFeeds(server, site, guest);
  addSitemap(server, site, guest);
  if (template !== null) addPages(server, site, guest, template);
}
