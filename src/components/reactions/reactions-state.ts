import type { ReactNode } from 'react';

/** One reaction that can be given. */
export interface ReactionItem<Value extends string = string> {
  /** What events, counts and your code call it. */
  readonly value: Value;
  /** What it says, for those who do not see the symbol. Default: the text of that name in the labels, else the value. */
  readonly label?: string | undefined;
  /** What it looks like: an emoji, a drawing. Decoration. */
  readonly symbol: ReactNode;
}

/** A value, a list of them or nothing, as a list of what can be given. Untyped code may hand in anything. */
export function listReactions(given: unknown, values: readonly string[]): readonly string[] {
  return values.filter((value) => [given].flat().includes(value));
}

/** What is given after a press: of several one more or one less, else this one alone or none. */
export function pressReaction(
  picked: readonly string[],
  pressed: string,
  isMultiple: boolean,
): readonly string[] {
  if (picked.includes(pressed)) return picked.filter((one) => one !== pressed);
  return isMultiple ? [...picked, pressed] : [pressed];
}

/**
 * How many gave a reaction. `base` is what the visitor had given when the counts were made, which hold it; undefined, the
 * visitor has given what the counts hold. No count that can be shown gives undefined.
 */
export function countReaction(
  value: string,
  counts: unknown,
  picked: readonly string[],
  base: readonly string[] = picked,
): number | undefined {
  const count = (counts as Readonly<Record<string, number>> | undefined)?.[value];
  // No text, and nothing that stands on a prototype.
  if (!Number.isFinite(count)) return undefined;
  return Math.max(0, (count as number) + +picked.includes(value) - +base.includes(value));
}
