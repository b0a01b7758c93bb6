/** What this process hears of what becomes visible, by topic. Each announcement has a number; later ones a greater one. */
export type News = {
  /**
   * The number of the newest announcement each time that there are newer ones: who is slow skips some. It begins to
   * listen at once, and ends when `signal` does.
   */
  follow: (topic: string, signal: AbortSignal) => AsyncIterable<number>;
};

type Hear = (number: number) => void;

export function createNews() {
  const followers = new Map<string, Set<Hear>>();

  const join = (topic: string, hear: Hear): (() => void) => {
    const own = followers.get(topic) ?? new Set();
    followers.set(topic, own.add(hear));
    return () => {
      own.delete(hear);
      if (own.size === 0) followers.delete(topic);
    };
  };

  const follow: News['follow'] = (topic, signal) => {
    let newest = 0;
    let wake = () => {};
    const leave = join(topic, (number) => {
      newest = Math.max(newest, number);
      wake();
    });
    const end = () => {
      leave();
      wake();
    };
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
    const numbers = async function* () {
      for (let told = 0; !signal.aborted; ) {
        if (newest > told) {
          told = newest;
          yield told;
        } else
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
      }
    };
    return numbers();
  };

  return {
    follow,
    tell: (topic: string, number: number) => {
      for (const hear of followers.get(topic) ?? []) hear(number);
    },
    /** For when announcements may have been missed. */
    tellAll: (number: number) => {
      for (const own of followers.values()) for (const hear of own) hear(number);
    },
  };
}
