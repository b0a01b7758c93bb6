/** Counts who is inside, by name, at most `most` of each. */
export function createTally(most: number) {
  const counts = new Map<string, number>();
  const leave = (name: string) => {
    const left = (counts.get(name) ?? 0) - 1;
    if (left > 0) counts.set(name, left);
    else counts.delete(name);
  };
  return {
    /** What lets one out again; null when there is no room for one more. */
    enter: (name: string): (() => void) | null => {
      const count = (counts.get(name) ?? 0) + 1;
      if (count > most) return null;
      counts.set(name, count);
      return () => leave(name);
    },
  };
}
