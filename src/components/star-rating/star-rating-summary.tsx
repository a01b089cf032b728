import type { ComponentProps, JSX } from 'react';
import { show, tell } from '../../internal/messages.ts';
import { formatLabel, numberFormat, type OwnLabels } from '../../provider/labels.ts';
import { readMax, type StarRatingMax, valuesOf } from './star-rating-state.ts';
import { type StarRatingSummaryLabels, starRatingSummaryLabels } from './star-rating-summary-labels.ts';
import { starPath } from './star-symbol.tsx';

/** Props of {@link StarRatingSummary}. What is not listed goes to the root element. */
export interface StarRatingSummaryProps extends Omit<ComponentProps<'div'>, 'children'> {
  /** The average, 0 to `max`. */
  value: number;
  /** How many ratings it is made of. */
  count: number;
  /** The best value, a whole number from 2 to 10. Default 5. */
  max?: StarRatingMax | undefined;
  /** How many gave each value, such as `{ 5: 79, 4: 31 }`. A value left out counts 0. Default: no bars. */
  breakdown?: Readonly<Record<number, number>> | undefined;
  /** BCP 47 language tag for numbers and plurals. Default `'en'`; a Server Component has no provider to ask. */
  locale?: string | undefined;
  /** Texts of your own, or those of a catalogue: `labels={de['star-rating-summary']}`. */
  labels?: OwnLabels<StarRatingSummaryLabels> | undefined;
}

/** Shows what others rated. Draws nothing by script: runs on a server and in a browser alike. */
export function StarRatingSummary(props: StarRatingSummaryProps): JSX.Element {
  const { value, count, max: wantedMax = 5, breakdown, locale = 'en', labels, className, ...rest } = props;
  const max = readMax(wantedMax) ?? 5;
  const speak = (key: keyof StarRatingSummaryLabels, values?: Readonly<Record<string, string | number>>) =>
    formatLabel(labels?.[key] ?? starRatingSummaryLabels[key], locale, values);
  const rows =
    breakdown &&
    valuesOf(max, 1)
      .reverse()
      .map((stars) => [stars, breakdown[stars] ?? 0] as const);
  const problem = findProblem(value, count, max, breakdown);
  if (process.env.NODE_ENV !== 'production') {
    if (readMax(wantedMax) === undefined) tell(301, 'summary', show(wantedMax));
    if (problem) tell(303, props.id ?? 'summary', problem);
  }

  const hasFigures = !problem && count > 0;
  const figure = numberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);
  const average = speak('average', { value: figure, max });
  const ratings = hasFigures ? speak('count', { count }) : speak(problem ? 'unusable' : 'none');
  // A bar is a share of all ratings, not of the most frequent one: half of them must look like half.
  const all = (rows ?? []).reduce((sum, [, number]) => sum + number, 0) || 1;
  return (
    <div {...rest} className={`sy-star-rating-summary ${className ?? ''}`.trim()}>
      <div
        className="sy-star-rating-average"
        {...(hasFigures && { role: 'img', 'aria-label': `${average}, ${ratings}` })}
      >
        {hasFigures && <span className="sy-star-rating-figure">{figure}</span>}
        <Stars value={hasFigures ? value : 0} max={max} />
        <span className="sy-note">{ratings}</span>
      </div>
      {hasFigures && rows && (
        <table className="sy-star-rating-breakdown">
          <caption className="sy-visually-hidden">{speak('breakdown')}</caption>
          <tbody>
            {rows.map(([stars, number]) => (
              <tr key={stars}>
                <th scope="row">{speak('row', { count: stars })}</th>
                <td className="sy-star-rating-share">
                  <svg
                    className="sy-star-rating-bar"
                    viewBox="0 0 100 8"
                    preserveAspectRatio="none"
                    aria-hidden="true"
                  >
                    <rect width={(number / all) * 100} height="8" />
                  </svg>
                </td>
                <td>{numberFormat(locale).format(number)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

/** The symbols twice, the filled ones in a box as wide as the value: a nested box clips without a style. */
function Stars({ value, max }: { value: number; max: number }) {
  const stars = valuesOf(max, 1).map((one) => (
    <path key={one} d={starPath} transform={`translate(${(one - 1) * 24})`} />
  ));
  return (
    <svg
      className="sy-star-rating-stars"
      viewBox={`0 0 ${max * 24} 24`}
      width={max * 24}
      height="24"
      fill="none"
      stroke="currentColor"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {stars}
      {value > 0 && (
        <svg
          className="sy-star-rating-filled"
          width={value * 24}
          height="24"
          fill="currentColor"
          aria-hidden="true"
        >
          {stars}
        </svg>
      )}
    </svg>
  );
}

function findProblem(
  value: number,
  count: number,
  max: number,
  breakdown: StarRatingSummaryProps['breakdown'],
) {
  if (!Number.isInteger(count) || count < 0) return `count is ${count}`;
  if (count > 0 && !(value >= 0 && value <= max)) return `value is ${value} of ${max}`;
  for (const [stars, number] of Object.entries(breakdown ?? {})) {
    if (!Number.isInteger(number) || number < 0) return `breakdown[${stars}] is ${number}`;
    if (!valuesOf(max, 1).includes(Number(stars))) return `breakdown has ${stars}, which is off the scale`;
  }
  return undefined;
}
