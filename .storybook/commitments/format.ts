import type { Grade } from 'smallyes/events';

/** The words for grades. */
export const gradeNames: Readonly<Record<Grade, string>> = { 1: 'weak', 2: 'medium', 3: 'strong' };

/** The time of day on this machine, to the millisecond: `09:05:07.042`. */
export function clockTime(time: number): string {
  const date = new Date(time);
  const two = (value: number) => String(value).padStart(2, '0');
  const clock = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
  return `${clock}.${String(date.getMilliseconds()).padStart(3, '0')}`;
}

/** The time since the first event: `+0.0 s`, `+12.3 s`, `+2 min 05 s`. A clock set back counts as no time. */
export function timeSince(time: number, first: number): string {
  const seconds = Math.max(0, time - first) / 1000;
  if (seconds < 60) return `+${(Math.floor(seconds * 10) / 10).toFixed(1)} s`;
  const minutes = Math.floor(seconds / 60);
  return `+${minutes} min ${String(Math.floor(seconds % 60)).padStart(2, '0')} s`;
}

/** A number with its noun: `1 event`, `2 events`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** JSON as one reads and pastes it. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

/** JSON on one line, cut to `length` characters; nothing for an empty object. */
export function toShortJson(value: object, length = 80): string {
  if (Object.keys(value).length === 0) return '';
  const json = JSON.stringify(value);
  return json.length > length ? `${json.slice(0, length - 1)}…` : json;
}
