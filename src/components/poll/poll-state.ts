import type { NpsBucket, PollVoteData } from '../../events/index.ts';

/** What an option can stand for in events and in your code. */
export type PollValue = string | number;

/** How many steps a scale has: 1 to that number, or 0 to 10 for a Net Promoter question. */
export type PollScale = 2 | 3 | 5 | 7 | 10 | 'nps';

/** One option, when its value alone does not say enough. */
export interface PollItem<Choice extends PollValue = PollValue> {
  /** What events, results and your code call it. */
  readonly value: Choice;
  /** What the visitor reads. Default: the value. */
  readonly label?: string | undefined;
  /** A second, quieter line. */
  readonly description?: string | undefined;
  /** Shown, but not to be picked. Default false. */
  readonly disabled?: boolean | undefined;
  /** Written down about a visitor who picks it, for later asks to read (`useSegments`). */
  readonly segment?: string | undefined;
}

/** The free answer. */
export interface PollOther {
  /** What the visitor reads. Default from the labels. */
  readonly label?: string | undefined;
  /** Longest text, in characters. Default 200. */
  readonly maxLength?: number | undefined;
}

/** Everyone's votes by option value, as your server counts them. An option left out has none. */
export type PollCounts = Readonly<Record<string, number>>;

/** An option made ready: `key` is its value as a form field holds it. */
export interface PollChoice extends PollItem {
  readonly key: string;
  readonly label: string;
}

/** Value of the free answer. */
export const otherKey = 'other';

/** What {@link listChoices} reads. */
interface ChoiceSource {
  readonly options?: readonly (PollValue | PollItem)[] | undefined;
  readonly scale?: PollScale | undefined;
  /** Label of the free answer; undefined when there is none. */
  readonly otherLabel?: string | undefined;
  /** Shuffles when given: the same seed, the same order, on any machine. */
  readonly seed?: string | undefined;
}

/** The options to show, in order: unusable and repeated ones left out, the free answer last. */
export function listChoices({ options, scale, otherLabel, seed }: ChoiceSource): PollChoice[] {
  const list: readonly unknown[] = scale ? scaleValues(scale) : Array.isArray(options) ? options : [];
  const byKey = new Map<string, PollChoice>();
  for (const option of list) {
    const item = (typeof option === 'object' && option ? option : { value: option }) as PollItem;
    const key = keyOf(item.value);
    if (key && !byKey.has(key)) byKey.set(key, { ...item, key, label: item.label || key });
  }
  const free = byKey.get(otherKey);
  if (otherLabel) byKey.delete(otherKey);
  const choices = [...byKey.values()];
  if (seed !== undefined) shuffle(choices, seed);
  if (otherLabel) choices.push(free ?? { key: otherKey, value: otherKey, label: otherLabel });
  return choices;
}

/** Values of a scale, in order. */
export function scaleValues(scale: PollScale): number[] {
  const [first, length] = scale === 'nps' ? [0, 11] : [1, Math.min(Math.max(Math.trunc(scale) || 2, 2), 10)];
  return Array.from({ length }, (_, index) => first + index);
}

/** What is wrong with the options, in words for the developer; undefined when all is well. */
export function findOptionProblem(options: unknown): string | undefined {
  if (!Array.isArray(options) || options.length === 0) return 'there are none';
  const keys = options.map((option: unknown) =>
    keyOf(typeof option === 'object' && option ? (option as PollItem).value : option),
  );
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (keys.includes('')) return 'a value is empty, or neither a text nor a finite number';
  if (twice !== undefined) return `"${twice.slice(0, 60)}" is there twice`;
  return keys.length < 2 ? 'there is only one' : undefined;
}

/** A value as a form field holds it; empty when it cannot be an option. */
function keyOf(value: unknown): string {
  return typeof value === 'string' || Number.isFinite(value) ? String(value) : '';
}

/** Reads a value, or a list of them, as keys of these options, in the order shown; what is no option is left out. */
export function keysOf(value: unknown, choices: readonly PollChoice[]): string[] {
  const keys = (Array.isArray(value) ? value : [value]).map(keyOf);
  return choices.filter(({ key }) => keys.includes(key)).map(({ key }) => key);
}

/** Reads a remembered vote. It may be of any age or make. */
export function readNote(note: string | null): unknown {
  try {
    return JSON.parse(note ?? 'null');
  } catch {
    return null;
  }
}

/** What an event says of these picks. */
export function voteData(
  keys: readonly string[],
  choices: readonly PollChoice[],
  { multiple, scale, shuffle }: { multiple?: unknown; scale?: PollScale | undefined; shuffle?: unknown },
): PollVoteData {
  const values = choices.filter(({ key }) => keys.includes(key)).map(({ value }) => value);
  const [choice] = values;
  return {
    ...(multiple ? { choices: values } : choice !== undefined && { choice }),
    ...(shuffle && !scale ? { order: choices.map(({ value }) => value) } : undefined),
    ...(scale === 'nps' && choice !== undefined && { bucket: npsBucket(Number(choice)) }),
  };
}

/** Bucket of a score from 0 to 10. */
export function npsBucket(score: number): NpsBucket {
  return score > 8 ? 'promoter' : score > 6 ? 'passive' : 'detractor';
}

/**
 * Counts in the order of the options, or, when they cannot be believed, the part that is wrong. A count is a whole
 * number from 0 to 1,000,000,000.
 */
export function readCounts(results: unknown, choices: readonly PollChoice[]): number[] | string {
  if (typeof results !== 'object' || !results || Array.isArray(results)) return `got ${String(results)}`;
  const counts = new Map(choices.map(({ key }) => [key, 0]));
  for (const [key, count] of Object.entries(results)) {
    if (!counts.has(key) || !Number.isInteger(count) || count < 0 || count > 1e9)
      return `"${key}": ${String(count)}`;
    counts.set(key, count);
  }
  return [...counts.values()];
}

/** Whole percentages that add up to 100 (largest remainder; the earlier option wins a tie), or all 0. */
export function percentages(counts: readonly number[]): number[] {
  const total = sum(counts);
  const shares = counts.map((count, index) => ({
    index,
    percent: Math.floor((count * 100) / total) || 0,
    rest: (count * 100) % total,
  }));
  const missing = total && 100 - sum(shares.map(({ percent }) => percent));
  const byRest = [...shares].sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const share of byRest.slice(0, missing)) share.percent++;
  return shares.map(({ percent }) => percent);
}

/** All counts together. */
export function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

/** Orders a list in place, by a seed alone: FNV-1a for the seed, mulberry32 for the numbers, Fisher and Yates. */
function shuffle(list: unknown[], seed: string): void {
  let state = 0x811c9dc5;
  for (let i = 0; i < seed.length; i++) state = Math.imul(state ^ seed.charCodeAt(i), 0x01000193);
  for (let i = list.length - 1; i > 0; i--) {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    const other = ((mixed ^ (mixed >>> 14)) >>> 0) % (i + 1);
    [list[i], list[other]] = [list[other], list[i]];
  }
}
