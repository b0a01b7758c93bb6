import { summarise } from './statistics.js';

/**
 * Measures every entry (`{ label, arena, server }`) once a round, in turns, so that whatever disturbs the machine
 * disturbs all alike; the first round only warms up. Who fails a round is out, and in `failures`. Returns a Map
 * from entry to figures.
 */
export async function interleave(entries, workload, { rounds, seconds }, failures) {
  const kept = new Map(entries.map((entry) => [entry, []]));
  for (let number = 0; number <= rounds; number++) {
    // Everyone goes first once, so that nobody always has the same neighbour.
    for (const entry of rotate([...kept.keys()], number)) {
      const name = number ? `${workload} round ${number}` : `${workload} warm-up`;
      try {
        const result = await entry.arena.round(entry.server, workload, { seconds });
        if (number > 0) kept.get(entry).push(result);
        console.log(`${name} ${entry.label}: ${Math.round(result.perSecond)}/s`);
      } catch (error) {
        kept.delete(entry);
        failures.push(`${workload} ${entry.label}: ${error.message}`);
        console.error(`${name} ${entry.label} FAILED: ${error.message}`);
      }
    }
  }
  return new Map([...kept].map(([entry, results]) => [entry, summarise(results)]));
}

export const rotate = (list, by) => list.map((_, index) => list[(index + by) % list.length]);
