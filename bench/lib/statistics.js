/** The middle value; of an even number of values the mean of the two in the middle. Null of nothing. */
export function median(values) {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** What the rounds of one contender say together. */
export function summarise(rounds) {
  const rates = rounds.map((round) => round.perSecond);
  return {
    perSecond: median(rates),
    least: rates.length ? Math.min(...rates) : null,
    most: rates.length ? Math.max(...rates) : null,
    p50: median(rounds.map((round) => round.p50)),
    p99: median(rounds.map((round) => round.p99)),
    generatorBusy: median(rounds.map((round) => round.generatorBusy)),
    rounds,
  };
}
