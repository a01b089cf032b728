import { layOutUuid } from '../events/uuid.ts';
import { failure } from '../internal/messages.ts';

/** A time in seconds stays below this for 28,000 years yet. */
const year2000 = 946_684_800_000;

/**
 * An id that is the same whenever it is made of the same `key` and `time`, for events that your server records: a payment
 * service reports one purchase several times, and each report must be the same event. `time` in milliseconds since 1970 is
 * that of the purchase, not of the report; `key` says what the event is, such as `purchase A-1042`. It is a UUID of version 7
 * (RFC 9562, section 5.7) with the SHA-256 of the key where others have random bits. Rejects with SY-608 at a time before the
 * year 2000, which is one in seconds.
 */
export async function eventIdOf(key: string, time: number): Promise<string> {
  if (typeof key !== 'string' || key === '') throw failure(608, 'eventIdOf was given no text as its key');
  if (!Number.isInteger(time) || time < year2000 || time >= 2 ** 48)
    throw failure(
      608,
      `eventIdOf was given the time ${String(time)}, not milliseconds since 1970, such as Date.now()`,
    );
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key)));
  const hex = [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = (0x8 | ((hash[2] ?? 0) & 0x3)).toString(16);
  return layOutUuid(time, hex.slice(0, 3) + variant + hex.slice(6, 21));
}
