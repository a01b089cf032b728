import { tabState } from './tab-state.ts';

declare const crypto: { getRandomValues(bytes: Uint8Array<ArrayBuffer>): Uint8Array };

/**
 * A UUID version 7 (RFC 9562, section 5.7): time-ordered, and rising within a tab even when the clock stands
 * still or goes back (section 6.2, method 1: the 12 bits after the version are a counter). Needs Web Crypto,
 * as every browser and Node from 20 has it.
 */
export function uuid(now: number = Date.now()): string {
  const tab = tabState();
  const bytes = crypto.getRandomValues(new Uint8Array(9));
  if (now > tab.ms) {
    tab.ms = now;
    tab.count = (bytes[8] ?? 0) << 3;
  } else if (++tab.count > 0xfff) {
    tab.ms++;
    tab.count = 0;
  }
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x80;
  let hex = hexOf(tab.ms, 12) + hexOf(0x7000 | tab.count, 4);
  for (const byte of bytes.subarray(0, 8)) hex += hexOf(byte, 2);
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function hexOf(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
