import { show, tell } from '../../internal/messages.ts';

/** How many symbols a scale may have. */
export type StarRatingMax = 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

/** What one symbol can be divided into: 1 for whole symbols, 0.5 for halves. */
export type StarRatingStep = 1 | 0.5;

type UpTo<Max extends number, All extends 0[] = []> = All['length'] extends Max
  ? All['length']
  : All['length'] | UpTo<Max, [...All, 0]>;

type HalfAbove<Whole extends number> = `${Whole}.5` extends `${infer Half extends number}` ? Half : never;

/** The values of a scale: `StarRatingValue<3>` is `1 | 2 | 3`; with `0.5` also the halves between. */
export type StarRatingValue<Max extends number = 5, Step extends StarRatingStep = 1> =
  | Exclude<UpTo<Max>, 0>
  | (Step extends 0.5 ? HalfAbove<Exclude<UpTo<Max>, Max>> : never);

/** A whole number from 2 to 10, else undefined: whatever reaches us from untyped code. */
export function readMax(max: unknown): number | undefined {
  return Number.isInteger(max) && (max as number) > 1 && (max as number) < 11 ? (max as number) : undefined;
}

/** All values of a scale, lowest first. */
export function valuesOf(max: number, step: StarRatingStep): number[] {
  return Array.from({ length: max / step }, (_, index) => (index + 1) * step);
}

/** A scale that can be shown. */
export interface UsableScale {
  readonly max: number;
  readonly step: StarRatingStep;
  readonly values: readonly number[];
  /** The value picked, or null. */
  readonly value: number | null;
}

/** Makes a scale, and a value on it, of whatever untyped code hands in. Tells the developer of `ask` what was wrong. */
export function readScale(ask: string, wantedMax: unknown = 5, half: unknown, wanted: unknown): UsableScale {
  const max = readMax(wantedMax) ?? 5;
  const step = half === 0.5 ? half : 1;
  const values = valuesOf(max, step);
  const value = values.find((one) => one === wanted) ?? null;
  if (process.env.NODE_ENV !== 'production') {
    if (max !== wantedMax) tell(301, ask, show(wantedMax));
    if (value !== wanted) tell(302, ask, show(wanted));
  }
  return { max, step, values, value };
}
