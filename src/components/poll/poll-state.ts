import type { NpsBucket, PollVoteData } from '../../events/index.ts';
import { findTwin } from '../../internal/list-problems.ts';

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
  readonly id?: string | undefined;
  readonly options?: readonly (PollValue | PollItem)[] | undefined;
  readonly scale?: PollScale | undefined;
  readonly other?: boolean | PollOther | undefined;
  readonly shuffle?: boolean | string | undefined;
}

/** The options to show, in order: unusable and repeated ones left out, the free answer last. */
export function listChoices(
  { id, options, scale, other, shuffle }: ChoiceSource,
  otherLabel = '',
): PollChoice[] {
  const list: unknown = scale ? scaleValues(scale) : options;
  const keys = new Set(other ? [otherKey] : []);
  const choices: PollChoice[] = [];
  for (const option of Array.isArray(list) ? list : []) {
    const item: PollItem = (typeof option === 'object' && option) || { value: option };
    const key = keyOf(item.value);
    if (!key || keys.has(key)) continue;
    keys.add(key);
    choices.push({ ...item, key, label: String(item.label ?? '').trim() || key });
  }
  const seed = shuffle === true ? id : shuffle;
  if (seed && !scale) choices.sort((a, b) => hash(a.key + seed) - hash(b.key + seed));
  if (other)
    choices.push({ key: otherKey, value: otherKey, label: (other as PollOther).label || otherLabel });
  return choices;
}

/** Values of a scale, in order. */
function scaleValues(scale: PollScale): number[] {
  const [first, length] = scale === 'nps' ? [0, 11] : [1, Math.max(2, Math.min(scale, 10)) || 2];
  return Array.from({ length }, (_, index) => first + index);
}

/** What is wrong with the options, in words for the developer; undefined when all is well. */
export function findOptionProblem(options: unknown): string | undefined {
  if (!Array.isArray(options) || options.length === 0) return 'there are none';
  const keys = options.map((option: unknown) =>
    keyOf(typeof option === 'object' && option ? (option as PollItem).value : option),
  );
  const twice = findTwin(keys);
  if (keys.includes('')) return 'a value is empty, or neither a text nor a finite number';
  const broken = keys.find((key) => key.includes('\n'));
  if (broken)
    return `the value "${broken.slice(0, 60)}" has a line break, so a vote for it is not remembered`;
  if (twice !== undefined) return `"${twice.slice(0, 60)}" is there twice`;
  return keys.length < 2 ? 'there is only one' : undefined;
}

/** A value as a form field holds it; empty when it cannot be an option. */
function keyOf(value: unknown): string {
  const key = typeof value === 'string' || Number.isFinite(value) ? String(value) : '';
  return key.trim() && key;
}

/** Values as the device keeps them, one a line; a comma may be part of one. */
export function linesOf(values: readonly PollValue[]): string {
  return values.join('\n');
}

/** The values of these options that a value, a key or a list of them names, in the order shown. */
export function valuesOf(named: unknown, choices: readonly PollChoice[]): PollValue[] {
  if (named === null || named === undefined) return [];
  const keys = [named].flat().map(keyOf);
  return choices.filter(({ key }) => keys.includes(key)).map(({ value }) => value);
}

/** How many may be picked. */
export interface PickLimits {
  readonly min: number;
  readonly max: number;
}

/** How many may be picked, or undefined when the limits leave no answer. */
export function readLimits(
  { min = 1, max = Infinity }: { min?: number | undefined; max?: number | undefined },
  choices: readonly PollChoice[],
): PickLimits | undefined {
  const { length } = choices.filter(({ disabled }) => !disabled);
  return min > 0 && min <= Math.min(Math.trunc(max), length) ? { min, max } : undefined;
}

/** What events, and your server, are told of a vote. */
export function voteData(
  values: PollValue[],
  choices: readonly PollChoice[],
  { multiple, scale, shuffle }: Omit<ChoiceSource, 'other'> & { multiple?: boolean | undefined },
): PollVoteData {
  const choice = values[0] as PollValue;
  return {
    ...(multiple ? { choices: values } : { choice }),
    ...(shuffle && !scale && { order: choices.map(({ value }) => value) }),
    ...(scale === 'nps' && { bucket: npsBucket(Number(choice)) }),
  };
}

/** Bucket of a score from 0 to 10. */
export function npsBucket(score: number): NpsBucket {
  return score > 8 ? 'promoter' : score > 6 ? 'passive' : 'detractor';
}

/** A number that only the text decides, on any machine: its bits are stirred at each letter. */
function hash(text: string): number {
  let state = 0;
  for (let i = 0; i < text.length; i++) {
    state = Math.imul(state ^ text.charCodeAt(i), 0x5bd1e995);
    state ^= state >>> 16;
  }
  return state;
}
