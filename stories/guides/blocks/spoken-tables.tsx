import { pollLabels } from '../../../src/components/poll/poll-labels.ts';
import { starRatingLabels } from '../../../src/components/star-rating/star-rating-labels.ts';
import { formatLabel, type LabelText } from '../../../src/provider/labels.ts';
import { Table } from './table.tsx';

const head = ['Moment', 'What is said'];

function quote(label: LabelText, values?: Readonly<Record<string, string | number>>): string {
  return `“${formatLabel(label, 'en', values)}”`;
}

/** What a screen reader says in a poll, in the kit's own English texts. */
export function PollSpoken() {
  const { thanks, votes, result, yourChoice, few, failed } = pollLabels;
  const row = formatLabel(result, 'en', { option: 'Trust', percent: 42, count: 84 });
  return (
    <Table
      head={head}
      rows={[
        ['On the group', 'The question, “group”; then “Trust, radio button, 2 of 3”'],
        ['After the vote', `${quote(thanks)} and ${quote(votes, { count: 200 })}`],
        ['On a result row', `“${row}, ${formatLabel(yourChoice, 'en')}”`],
        ['Too few votes for figures', quote(few, { count: 20 })],
        ['The vote did not arrive', `${quote(failed)}, at once`],
      ]}
    />
  );
}

/** What a screen reader says in a rating, in the kit's own English texts. */
export function StarRatingSpoken() {
  const { item, outOf, rated, cleared, failed, retry } = starRatingLabels;
  const rating = formatLabel(outOf, 'en', { value: 3, max: 5 });
  return (
    <Table
      head={head}
      rows={[
        [
          'On the group',
          `The question, “radio group”; then ${quote(item, { count: 3 })}, “radio button, 3 of 5”`,
        ],
        [
          'After rating',
          `${quote(rated, { rating })} The value’s own text follows the figures, if it has one`,
        ],
        ['After clearing', quote(cleared)],
        ['Not saved', `${quote(failed)}, at once; the button is now ${quote(retry)}`],
        ['On a summary', 'One image: “4.3 of 5, 128 ratings”'],
      ]}
    />
  );
}
