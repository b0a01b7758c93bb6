import { inspect } from 'node:util';
import { Kind, parse } from 'graphql';
import type { Api } from './api.ts';
import { startInkstone } from './process.ts';

/** A document as it was sent; without a token by a guest. */
export type Sent = { query: string; variables?: object | undefined; token?: string | undefined };

/** What clients see of an answer: status, headers that say what it is, and its bytes but for the request's own id. */
async function answerOf(url: string, { token, ...body }: Sent): Promise<string> {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const reply = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) });
  const said = ['content-type', 'cache-control'].map((name) => `${name}: ${reply.headers.get(name)}`);
  // Links lead to the server that was asked.
  const text = (await reply.text()).replace(/"requestId":"[^"]*"/g, '').replaceAll(url, '');
  return [reply.status, ...said, text].join('\n');
}

/** The first answer of the fast server that is not the slow server's, beside it; undefined when there is none. */
export async function differenceOf(slow: string, fast: string, sent: Sent): Promise<object | undefined> {
  const reference = await answerOf(slow, sent);
  // The first answers come before the document is known.
  for (let time = 1; time <= 5; time += 1) {
    const answer = await answerOf(fast, sent);
    if (answer !== reference) return { sent, time, fast: answer, slow: reference };
  }
  return undefined;
}

/**
 * Sends every query that a file has sent again, to its server, which is slow, and to a fast one. Throws when answers
 * differ. It comes after the file's tests: nothing is written meanwhile.
 */
export async function compareWithFastPath(api: Api): Promise<void> {
  const queries = await queriesOf(api);
  if (queries.length === 0) return;
  const fast = await startInkstone({ ...api.settings, FAST_PATH: 'on' });
  const differences: object[] = [];
  try {
    for (const sent of queries) {
      const difference = await differenceOf(api.running.url, fast.url, sent);
      if (difference) differences.push(difference);
    }
  } finally {
    await fast.stop();
  }
  if (differences.length === 0) return;
  const examples = inspect(differences.slice(0, 3), { depth: null });
  throw new Error(`${differences.length} queries are answered differently by the fast path: ${examples}`);
}

/** Of a crawler's thousands so many stand for all. */
const mostCompared = 200;

/** The different queries of a file: of a guest, and of their sender or, where that was a guest, of an author. */
async function queriesOf(api: Api): Promise<Sent[]> {
  const author = await anAuthor(api);
  const all = api.sent.filter(isQuery).flatMap((sent) => [
    { ...sent, token: undefined },
    { ...sent, token: sent.token ?? author.token },
  ]);
  const different = [...new Map(all.map((sent) => [JSON.stringify(sent), sent])).values()];
  const step = Math.max(1, different.length / mostCompared);
  return different.filter((_sent, index) => Math.floor(index % step) === 0);
}

/** A document without mutations may be sent again; what cannot be parsed is refused each time. */
export function isQuery({ query }: Sent): boolean {
  try {
    const parts = parse(query).definitions;
    return parts.every((part) => part.kind !== Kind.OPERATION_DEFINITION || part.operation === 'query');
  } catch {
    return true;
  }
}

/** Whoever wrote most of what is there; somebody new when there is nothing. */
async function anAuthor(api: Api): Promise<{ token: string }> {
  const most = await api.row('select author_id from posts group by 1 order by count(*) desc limit 1');
  return most ? api.make.session(most.author_id) : api.make.user();
}
