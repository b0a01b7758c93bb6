import { type RefObject, useEffect, useRef } from 'react';

/** Brings an element into view when it gets something to say: the button that was pressed may be far below. */
export function useInView<Element extends HTMLElement>(reason: unknown): RefObject<Element | null> {
  const element = useRef<Element>(null);
  useEffect(() => {
    if (reason) element.current?.scrollIntoView({ block: 'nearest' });
  }, [reason]);
  return element;
}
