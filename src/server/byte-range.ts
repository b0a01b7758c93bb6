import type { ByteRange } from '../platform/store.js';

/**
 * What a Range header asks of a file of so many bytes: undefined is all of it, also for what is no single range, as
 * HTTP says; null is a part that is not there.
 */
export function byteRange(header: string | undefined, size: number): ByteRange | null | undefined {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? [];
  if (from === undefined || to === undefined || from + to === '') return undefined;
  if (from === '') return Number(to) > 0 ? { start: Math.max(0, size - Number(to)), end: size - 1 } : null;
  const range = { start: Number(from), end: to === '' ? size - 1 : Math.min(Number(to), size - 1) };
  if (to !== '' && Number(to) < range.start) return undefined;
  return range.start < size ? range : null;
}
