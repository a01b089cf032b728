import type { JSX, ReactNode } from 'react';
import type { Interval } from '../insights.ts';
import { clamp, type Scale } from './scale.ts';

/*
 * Everything is placed by percentages: no script measures, no style attribute is needed, and a server draws what a phone and a
 * printer fit to their width. A nested <svg> is a point of the drawing from which lengths in pixels are counted.
 */

/** A share as a bar, 0 to 1; `behind` is a longer one in a lighter tone. */
export function Bar({ share, behind }: { readonly share: number; readonly behind?: number }): JSX.Element {
  return (
    <Drawing>
      <svg y="50%" overflow="visible" aria-hidden="true">
        {behind !== undefined && (
          <rect className="sy-insights-behind" y="-6" width={percent(behind)} height="12" rx="2" />
        )}
        <rect className="sy-insights-bar" y="-6" width={percent(share)} height="12" rx="2" />
      </svg>
    </Drawing>
  );
}

/** One row of a forest plot: the interval as a line, an arrow where it goes on beyond the axis, the estimate as a point. */
export function Whisker(props: {
  readonly interval: Interval;
  readonly estimate: number;
  /** What would be no effect, as a dashed line. */
  readonly none: number;
  readonly scale: Scale;
}): JSX.Element {
  const { interval, estimate, none, scale } = props;
  const [low, high] = interval;
  const at = (value: number) => percent(scale.place(value));
  return (
    <Drawing isEmpty={!Number.isFinite(estimate)}>
      {scale.ticks.map((tick) => (
        <line key={tick} className="sy-insights-grid" x1={at(tick)} x2={at(tick)} y1="0" y2="100%" />
      ))}
      <line className="sy-insights-none" x1={at(none)} x2={at(none)} y1="0" y2="100%" />
      {Number.isFinite(estimate) && (
        <>
          <line className="sy-insights-interval" x1={at(low)} x2={at(high)} y1="50%" y2="50%" />
          {low < scale.low && <Arrow x="0%" path="M5 -4 0 0 5 4" />}
          {high > scale.high && <Arrow x="100%" path="M-5 -4 0 0 -5 4" />}
          <circle className="sy-insights-point" cx={at(estimate)} cy="50%" r="4.5" />
        </>
      )}
    </Drawing>
  );
}

function Arrow({ x, path }: { readonly x: string; readonly path: string }): JSX.Element {
  return (
    <svg x={x} y="50%" overflow="visible" aria-hidden="true">
      <path className="sy-insights-interval" d={path} />
    </svg>
  );
}

/** The axis below a column of whiskers. */
export function Axis(props: {
  readonly scale: Scale;
  /** The value that has a name. */
  readonly none?: number;
  readonly noneLabel?: string;
  readonly write: (value: number) => string;
}): JSX.Element {
  const { scale, none, noneLabel, write } = props;
  return (
    <svg className="sy-insights-axis" data-named={none === undefined ? undefined : ''} aria-hidden="true">
      {scale.ticks.map((tick) => (
        <svg key={tick} x={percent(scale.place(tick))} overflow="visible" aria-hidden="true">
          <line className="sy-insights-grid" y2="6" />
          <text y="20" textAnchor="middle">
            {write(tick)}
          </text>
        </svg>
      ))}
      {none !== undefined && (
        <svg x={percent(scale.place(none))} overflow="visible" aria-hidden="true">
          <line className="sy-insights-none" y2="6" />
          <text y="38" textAnchor={anchorOf(scale.place(none))}>
            {noneLabel}
          </text>
        </svg>
      )}
    </svg>
  );
}

/** Near an end of the axis the words begin or end there: in their middle they would stand beyond the card. */
const anchorOf = (place: number) => (place < 0.2 ? 'start' : place > 0.8 ? 'end' : 'middle');

/** The ground of a cell: the larger its share, the deeper its tone. */
export function Tone({ share }: { readonly share: number }): JSX.Element {
  return (
    <svg className="sy-insights-tone" aria-hidden="true">
      <rect width="100%" height="100%" rx="4" fillOpacity={toneOf(share)} />
    </svg>
  );
}

/** Words stay readable on the deepest. */
const toneOf = (share: number) => Math.round(100 * (0.04 + 0.4 * clamp(share))) / 100;

/** What the marks of a drawing mean, beside the marks themselves. */
export function Legend({
  items,
}: {
  readonly items: readonly (readonly [mark: keyof typeof marks, words: string])[];
}): JSX.Element {
  return (
    <ul className="sy-insights-legend">
      {items.map(([mark, words]) => (
        <li key={mark}>
          <svg className="sy-insights-mark" viewBox="0 0 24 12" data-mark={mark} aria-hidden="true">
            {marks[mark]}
          </svg>
          {words}
        </li>
      ))}
    </ul>
  );
}

const marks = {
  bar: <rect className="sy-insights-bar" width="24" height="12" rx="2" />,
  behind: <rect className="sy-insights-behind" width="24" height="12" rx="2" />,
  point: <circle className="sy-insights-point" cx="12" cy="6" r="4.5" />,
  interval: <path className="sy-insights-interval" d="M1 6h22" />,
  none: <path className="sy-insights-none" d="M12 -2v16" />,
  tones: [0.1, 0.4, 0.7, 1].map((share, at) => (
    <rect
      key={share}
      className="sy-insights-tone-mark"
      x={at * 6}
      width="6"
      height="12"
      fillOpacity={toneOf(share)}
    />
  )),
  running: <path className="sy-insights-hatch" d="M1 11 11 1M7 11 17 1M13 11 23 1" />,
} satisfies Record<string, ReactNode>;

/** An empty one only carries the lines of the others on. */
function Drawing(props: { readonly isEmpty?: boolean; readonly children: ReactNode }): JSX.Element {
  const { isEmpty, children } = props;
  return (
    <svg className="sy-insights-drawing" data-empty={isEmpty ? '' : undefined} aria-hidden="true">
      {children}
    </svg>
  );
}

const percent = (value: number) => `${Math.round(clamp(value) * 10_000) / 100}%`;
