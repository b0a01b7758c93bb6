import type { Api, Reply } from './api.ts';
import { waitFor } from './process.ts';

/** Asks as a guest until the answer comes from memory: only what comes again is kept. */
export const askUntilKept = (api: Api, query: string, variables?: Record<string, unknown>): Promise<Reply> =>
  waitFor(async () => {
    const reply = await api.send(query, variables);
    return (await api.statementsOf(reply)) === 0 ? reply : undefined;
  });

/** How many statements the last of several same requests cost. */
export async function statementsOnceKnown(api: Api, send: () => Promise<Reply>): Promise<number> {
  for (let n = 0; n < 5; n += 1) await send();
  return api.statementsOf(await send());
}
