import type { IncomingMessage } from 'node:http';
import { parse } from 'secure-json-parse';

type Variables = Record<string, unknown>;

/** What a request asks, with the text of a document or its SHA-256. */
export type Question = { operationName: string | undefined; variables: Variables } & (
  | { query: string }
  | { hash: string }
);

/**
 * Reads what a request asks from its JSON body, or from its URL when it has none; null unless it is of the plain form
 * that any client sends. Anything else is for Apollo to understand, or to refuse.
 */
export function readQuestion(text: string, isBody: boolean): Question | null {
  try {
    const parameters = isBody ? parse(text) : searchOf(text);
    return parameters && questionOf(parameters);
  } catch {
    return null;
  }
}

function searchOf(url: string): Record<string, unknown> | null {
  const given = [...new URLSearchParams(url.slice(url.indexOf('?')))];
  const search: Record<string, unknown> = Object.fromEntries(given);
  if (Object.keys(search).length !== given.length) return null;
  for (const name of ['variables', 'extensions']) {
    if (typeof search[name] !== 'string') continue;
    search[name] = JSON.parse(search[name]);
    if (search[name] === null) return null;
  }
  return search;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function questionOf({ query, operationName, variables, extensions, ...more }: Variables): Question | null {
  const isNamed = operationName == null || (typeof operationName === 'string' && /^\w+$/.test(operationName));
  if (!isNamed || !(variables == null || isRecord(variables)) || Object.keys(more).length > 0) return null;
  const rest = { operationName: operationName ?? undefined, variables: variables ?? {} };
  if (typeof query === 'string') return extensions == null ? { query, ...rest } : null;
  const hash = query == null && hashOf(extensions);
  return hash ? { hash, ...rest } : null;
}

/** The hash of an automatic persisted query; null for any other extension. */
function hashOf(extensions: unknown): string | null {
  if (!isRecord(extensions) || Object.keys(extensions).length !== 1) return null;
  const { persistedQuery } = extensions;
  if (!isRecord(persistedQuery) || persistedQuery.version !== 1) return null;
  return typeof persistedQuery.sha256Hash === 'string' ? persistedQuery.sha256Hash : null;
}

/** Reads a body whose length is known and bounded; a client that goes away is forgotten. */
export function readBody(request: IncomingMessage, done: (body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => done(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)));
}
