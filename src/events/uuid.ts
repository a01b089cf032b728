import { tabState } from './tab-state.ts';

declare const crypto: { getRandomValues(words: Uint32Array<ArrayBuffer>): Iterable<number> };

/**
 * A UUID version 7 (RFC 9562, section 5.7): time-ordered, and rising within a tab even when the clock stands
 * still or goes back (section 6.2, method 1: the 12 bits after the version are a counter). Ids of one
 * millisecond share their random end and differ by the counter. Needs Web Crypto, as every browser and Node
 * from 20 has it.
 */
export function uuid(now: number = Date.now()): string {
  const tab = tabState();
  if (now > tab.ms || !tab.tail) {
    const [a = 0, b = 0, c = 0] = crypto.getRandomValues(new Uint32Array(3));
    const variant = hexOf((a >>> 18) | 0x8000, 4);
    tab.tail = `${variant}-${hexOf(a & 0xffff, 4)}${hexOf(b, 8)}`;
    if (now > tab.ms) {
      tab.ms = now;
      tab.count = c >>> 21;
    }
  }
  if (++tab.count > 0xfff) {
    tab.ms++;
    tab.count = 0;
  }
  const time = hexOf(tab.ms, 12);
  return `${time.slice(0, 8)}-${time.slice(8)}-${hexOf(0x7000 | tab.count, 4)}-${tab.tail}`;
}

function hexOf(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
