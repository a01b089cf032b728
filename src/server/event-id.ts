import { failure } from '../internal/messages.ts';

/**
 * An id that is the same whenever it is made of the same `key` and `time`, for events that your server records: a payment
 * service reports one purchase several times, and each report must be the same event. `time` in milliseconds since 1970 is
 * that of the purchase, not of the report; `key` says what the event is, such as `purchase A-1042`. It is a UUID of version 7
 * (RFC 9562, section 5.7) with the SHA-256 of the key where others have random bits.
 */
export async function eventIdOf(key: string, time: number): Promise<string> {
  if (typeof key !== 'string' || key === '' || !Number.isInteger(time) || time < 1 || time >= 2 ** 48)
    throw failure(608, 'eventIdOf was not given a text and a time in milliseconds');
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key)));
  const hex = [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const ms = time.toString(16).padStart(12, '0');
  const variant = (0x8 | ((hash[2] ?? 0) & 0x3)).toString(16);
  return `${ms.slice(0, 8)}-${ms.slice(8)}-7${hex.slice(0, 3)}-${variant}${hex.slice(6, 9)}-${hex.slice(9, 21)}`;
}
