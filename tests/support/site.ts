import { SaxesParser } from 'saxes';
import type { Api } from './api.ts';

export type Page = { status: number; headers: Headers; text: string };

/** Gets a page or a feed as a guest, without following where it leads. */
export async function getPage(api: Api, path: string, init: RequestInit = {}): Promise<Page> {
  const reply = await fetch(`${api.running.url}${path}`, { redirect: 'manual', ...init });
  return { status: reply.status, headers: reply.headers, text: await reply.text() };
}

/** Throws unless a text is well-formed XML, namespaces included. */
export function checkXml(text: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(text).close();
}
