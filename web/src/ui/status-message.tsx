import { useEffect, useState } from 'react';

const shownFor = 6_000; // milliseconds
const listeners = new Set<(text: string) => void>();

/** Says something to everybody: shown for a moment at the foot of the page and read out by screen readers. */
export function announce(text: string): void {
  for (const listener of listeners) listener(text);
}

export function StatusMessage() {
  const [text, setText] = useState('');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = (next: string) => {
      clearTimeout(timer);
      setText(next);
      timer = setTimeout(() => setText(''), shownFor);
    };
    listeners.add(show);
    return () => {
      clearTimeout(timer);
      listeners.delete(show);
    };
  }, []);
  return (
    <p role="status" className={text ? 'status-message' : 'sr-only'}>
      {text}
    </p>
  );
}
