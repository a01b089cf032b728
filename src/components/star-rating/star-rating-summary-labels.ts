import type { LabelText } from '../../provider/labels.ts';

/** Every text of the summary that a visitor reads or hears. */
export interface StarRatingSummaryLabels {
  /** The figures. `{value}`, `{max}`. */
  average: LabelText;
  /** How many have rated. `{count}`. */
  count: LabelText;
  /** One row of the breakdown. `{count}` is the number of stars. */
  row: LabelText;
  /** Names the breakdown. */
  breakdown: LabelText;
  /** When nobody has rated. */
  none: LabelText;
  /** When the figures are unusable. */
  unusable: LabelText;
}

/** The English texts. */
export const starRatingSummaryLabels: StarRatingSummaryLabels = {
  average: '{value} of {max}',
  count: { one: '{count} rating', other: '{count} ratings' },
  row: { one: '{count} star', other: '{count} stars' },
  breakdown: 'Ratings by stars',
  none: 'No ratings yet',
  unusable: 'No figures to show',
};
