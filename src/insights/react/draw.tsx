import type { JSX } from 'react';
import type { Interval } from '../insights.ts';

/** Shares as bars: the first is what is, those behind it lighter. Each 0 to 1. */
export function Bar({ share, behind }: { readonly share: number; readonly behind?: number }): JSX.Element {
  return (
    <svg className="sy-insights-bar" aria-hidden="true">
      {behind !== undefined && (
        <rect className="sy-insights-bar-behind" width={percent(behind)} height="100%" rx="3" />
      )}
      <rect className="sy-insights-bar-share" width={percent(share)} height="100%" rx="3" />
    </svg>
  );
}

/** Where a value lies on an axis that all rows share, 0 to 1. */
export type Scale = (value: number) => number;

/** A linear axis over these values, with `zero` on it. */
export function linearScale(values: readonly number[], zero: number): Scale {
  const known = [zero, ...values.filter(Number.isFinite)];
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const air = (high - low || 1) * 0.04;
  return (value) => clamp((value - low + air) / (high - low + 2 * air));
}

/** The same on a logarithm, from a twentieth to twenty at most, with 1 in it. */
export function ratioScale(values: readonly number[]): Scale {
  const log = (value: number) => Math.log(Math.min(20, Math.max(0.05, value)));
  const scale = linearScale(values.map(log), 0);
  return (value) => scale(log(value));
}

/** One row of a forest plot: the interval as a line, the estimate as a point, what would be no effect as a hairline. */
export function Whisker({
  interval: [low, high],
  estimate,
  none,
  scale,
}: {
  readonly interval: Interval;
  readonly estimate: number;
  readonly none: number;
  readonly scale: Scale;
}): JSX.Element {
  return (
    <svg className="sy-insights-whisker" aria-hidden="true">
      <line
        className="sy-insights-none"
        x1={percent(scale(none))}
        x2={percent(scale(none))}
        y1="0"
        y2="100%"
      />
      {Number.isFinite(estimate) && (
        <>
          <line
            className="sy-insights-interval"
            x1={percent(scale(low))}
            x2={percent(scale(high))}
            y1="50%"
            y2="50%"
          />
          <circle className="sy-insights-point" cx={percent(scale(estimate))} cy="50%" r="4" />
        </>
      )}
    </svg>
  );
}

/** The ground of a cell: the larger its share, the deeper its tone. */
export function Tone({ share }: { readonly share: number }): JSX.Element {
  return (
    <svg className="sy-insights-tone" aria-hidden="true">
      <rect width="100%" height="100%" rx="3" fillOpacity={0.08 + 0.72 * clamp(share)} />
    </svg>
  );
}

const clamp = (value: number) => Math.min(1, Math.max(0, Number.isNaN(value) ? 0 : value));
const percent = (value: number) => `${Math.round(clamp(value) * 10_000) / 100}%`;
