import type { Consent, Grade } from '../events/index.ts';

/** The words for grades. */
export const gradeNames: Readonly<Record<Grade, string>> = { 1: 'weak', 2: 'medium', 3: 'strong' };

/** Unit lengths in milliseconds, the largest first. */
const units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1_000],
] as const;

/** The time of day on this machine, to the millisecond: `09:05:07.042`. */
export function clockTime(time: number): string {
  const date = new Date(time);
  const two = (value: number) => String(value).padStart(2, '0');
  if (Number.isNaN(date.getTime())) return 'no time';
  const clock = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
  return `${clock}.${String(date.getMilliseconds()).padStart(3, '0')}`;
}

/** Day and time on this machine: `3 Mar 2027, 14:05:00`. What lies beyond the calendar is for ever. */
export function dayAndTime(time: number): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime())
    ? 'for ever'
    : date.toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });
}

/** A length of time in its two largest units: `2 d 3 h`, `45 s`. Less than a second is `0 s`. */
export function lengthOf(milliseconds: number): string {
  if (!Number.isFinite(milliseconds)) return 'for ever';
  let rest = Math.abs(milliseconds);
  const parts: string[] = [];
  for (const [unit, size] of units) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count || parts.length) parts.push(count ? `${count} ${unit}` : '');
  }
  return parts.slice(0, 2).filter(Boolean).join(' ') || '0 s';
}

/** A moment with how far away it is: `3 Mar 2027, 14:05:00 (in 2 d 3 h)`. */
export function moment(time: number, now: number): string {
  if (!Number.isFinite(time)) return 'for ever';
  const away = lengthOf(time - now);
  return `${dayAndTime(time)} (${time < now ? `${away} ago` : `in ${away}`})`;
}

/** A number with its noun: `1 event`, `2 events`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** JSON as one reads and pastes it. What is no JSON is named. */
export function toJson(value: unknown): string {
  try {
    return JSON.stringify(value, null, 2) ?? String(value);
  } catch (error) {
    return `No JSON: ${String(error)}`;
  }
}

/** JSON as far as one reads on a screen. */
export function toShownJson(value: unknown): string {
  return cut(toJson(value), 20_000);
}

/** What an object says on one line, without writing all of a large one out. */
export function inShort(value: unknown): string {
  if (typeof value !== 'object' || value === null) return value === undefined ? '' : cut(String(value), 80);
  const keys = Object.keys(value);
  const parts = keys.slice(0, 6).map((key) => `${cut(key, 30)}: ${shortValue((value as never)[key])}`);
  return cut(parts.join(', '), 160) + (keys.length > 6 ? ', …' : '');
}

/** The visitor's word for each purpose. */
export function consentInWords(consent: Consent | undefined): string {
  return Object.entries(consent ?? {})
    .map(([purpose, word]) => `${purpose} ${word}`)
    .join(', ');
}

function shortValue(value: unknown): string {
  if (typeof value === 'string') return cut(value, 40);
  if (Array.isArray(value)) return `[${value.length}]`;
  return typeof value === 'object' && value !== null ? '{…}' : String(value);
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
