/** An axis that all rows of a chart share. */
export interface Scale {
  readonly low: number;
  readonly high: number;
  /** Where a value lies, 0 to 1; values beyond the ends at the ends. */
  place(value: number): number;
  /** Values worth a mark, five or so. */
  readonly ticks: readonly number[];
}

/** A linear axis over these values, with `none` on it. */
export function linearScale(values: readonly number[], none: number): Scale {
  const known = [none, ...values.filter(Number.isFinite)];
  const [least, most] = [Math.min(...known), Math.max(...known)];
  // All alike: some room around them.
  const air = (most - least) * 0.04 || Math.abs(most) * 0.1 || 0.01;
  const [low, high] = [least - air, most + air];
  const step = niceStep((high - low) / 5);
  const first = Math.ceil(low / step);
  const count = Math.floor(high / step) - first + 1;
  const ticks = Array.from({ length: count }, (_, at) => (first + at) * step);
  return { low, high, ticks, place: (value) => clamp((value - low) / (high - low)) };
}

/** From the finest to the coarsest; each has 1, no effect. */
const ratioTicks = [
  [0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.4],
  [0.5, 0.75, 1, 1.25, 1.5, 2],
  [0.25, 0.5, 1, 2, 3, 4],
  [0.1, 0.2, 0.5, 1, 2, 5, 10],
  [0.05, 0.2, 1, 5, 20],
];

/**
 * A logarithmic axis over ratios, with 1 on it, a twentieth to twenty at most. It follows the estimates rather than the ends of the
 * intervals: one wide interval would press all others into a point.
 */
export function ratioScale(
  rows: readonly { readonly ratio: number; readonly ends: readonly number[] }[],
): Scale {
  const known = rows.filter(({ ratio }) => ratio > 0 && ratio < Infinity);
  const ratios = [1, ...known.map(({ ratio }) => ratio)];
  const ends = [0.8, 1.25, ...known.flatMap((row) => row.ends.filter((end) => end >= 0))];
  const least = Math.max(Math.min(...ratios) / 2.5, Math.min(...ends), 0.05);
  const most = Math.min(Math.max(...ratios) * 2.5, Math.max(...ends), 20);
  const air = (most / least) ** 0.03;
  const [low, high] = [least / air, most * air];
  const within = ratioTicks.map((ticks) => ticks.filter((tick) => tick > low && tick < high));
  // The finest of those that do not fill up, and reach over the whole.
  const fits = within.find((ticks, at) => ticks.length <= 6 && reaches(ratioTicks[at] ?? [], low, high));
  return {
    low,
    high,
    ticks: fits ?? within.at(-1) ?? [1],
    place: (value) => clamp(Math.log(value / low) / Math.log(high / low)),
  };
}

/** Whether marks go on near both ends, so that no half of the axis is bare. */
const reaches = (ticks: readonly number[], low: number, high: number) =>
  (ticks[0] ?? 1) <= low * 1.6 && (ticks.at(-1) ?? 1) >= high / 1.6;

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * ([1, 2, 5].find((step) => step * power >= rough) ?? 10);
}

export const clamp = (value: number) => Math.min(1, Math.max(0, Number.isNaN(value) ? 0 : value));
