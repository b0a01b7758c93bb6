const bucketMs = 0.01;
const buckets = 500_000;

/** Counts durations in steps of 10 µs up to 5 s; longer ones count as 5 s. */
export class Histogram {
  #counts = new Uint32Array(buckets);
  total = 0;

  add(ms) {
    this.#counts[Math.min(buckets - 1, Math.max(0, Math.floor(ms / bucketMs)))]++;
    this.total++;
  }

  /** The duration in ms that `share` of all did not exceed; null when there were none. */
  percentile(share) {
    let left = Math.ceil(this.total * share);
    if (left === 0) return null;
    const place = this.#counts.findIndex((count) => {
      left -= count;
      return left <= 0;
    });
    return Math.round((place + 1) * bucketMs * 100) / 100;
  }
}
