import type { LabelText } from '../../provider/labels.ts';
import type { WarningCode } from '../insights.ts';

/** Every text of the report and its parts. Texts with a number may be plural forms by `{count}`. */
export interface InsightsLabels {
  /** Names of the parts. */
  funnel: LabelText;
  lifts: LabelText;
  paths: LabelText;
  retention: LabelText;
  experiments: LabelText;
  segments: LabelText;
  summary: LabelText;
  /** What the reader is to make of a part, one sentence below its name. */
  funnelNote: LabelText;
  liftsNote: LabelText;
  pathsNote: LabelText;
  retentionNote: LabelText;
  experimentsNote: LabelText;
  segmentsNote: LabelText;
  /** Heads of columns. */
  step: LabelText;
  reached: LabelText;
  ofBefore: LabelText;
  ofAll: LabelText;
  action: LabelText;
  goalWith: LabelText;
  goalWithout: LabelText;
  odds: LabelText;
  path: LabelText;
  visitors: LabelText;
  goalRate: LabelText;
  microRate: LabelText;
  money: LabelText;
  variant: LabelText;
  week: LabelText;
  /** A week's age, `{count}`; 0 is the first week. */
  age: LabelText;
  segment: LabelText;
  difference: LabelText;
  /** In place of names. */
  noSegment: LabelText;
  otherPaths: LabelText;
  goal: LabelText;
  /** An interval, `{low}` and `{high}`. */
  interval: LabelText;
  /** How many were lost since the step before, `{count}`. */
  lost: LabelText;
  /** In place of a figure that is not to be read, `{k}` of `{n}`. */
  tooFew: LabelText;
  /** Where there is nothing to show. */
  empty: LabelText;
  /** How many tests a part's corrected p-values cover, `{count}`. */
  tests: LabelText;
  /** Corrected p-value, `{q}`. */
  q: LabelText;
  /** Sentences of the summary; see `tellReport`. */
  overall: LabelText;
  noGoal: LabelText;
  weakLink: LabelText;
  largestLoss: LabelText;
  noWeakLink: LabelText;
  bestLift: LabelText;
  noLift: LabelText;
  nextBest: LabelText;
  winner: LabelText;
  noWinner: LabelText;
  smallerHurts: LabelText;
  notRead: LabelText;
  tryIt: LabelText;
  /** What each warning means, one sentence. */
  warnings: Readonly<Record<WarningCode, LabelText>>;
}

export const insightsLabels: InsightsLabels = {
  funnel: 'The way to the goal',
  lifts: 'What goes together with the goal',
  paths: 'How visits begin',
  retention: 'Who comes back',
  experiments: 'Experiments',
  segments: 'Segments',
  summary: 'In short',
  funnelNote: 'How many visitors came how far, and which share of the step before went on.',
  liftsNote:
    'Odds of reaching the goal for those who did it early, beside those who did not. An association, no proof of a cause.',
  pathsNote: 'The first yeses of a visitor, the most walked ways first.',
  retentionNote: 'Of those who first came in a week, the share that came back in each later one.',
  experimentsNote: 'Each variant beside the first, the goal beside the smaller yes.',
  segmentsNote: 'What visitors said of themselves, and how many of each reach the goal.',
  step: 'Step',
  reached: 'Reached',
  ofBefore: 'Of the step before',
  ofAll: 'Of the first',
  action: 'Action',
  goalWith: 'Goal, did it',
  goalWithout: 'Goal, did not',
  odds: 'Odds ratio',
  path: 'Way',
  visitors: 'Visitors',
  goalRate: 'Goal',
  microRate: 'Smaller yes',
  money: 'Money a visitor',
  variant: 'Variant',
  week: 'First week',
  age: { one: '{count} week later', other: '{count} weeks later' },
  segment: 'Segment',
  difference: 'Beside the others',
  noSegment: 'None',
  otherPaths: 'All other ways',
  goal: 'Goal',
  interval: '{low} to {high}',
  lost: { one: '{count} lost', other: '{count} lost' },
  tooFew: 'Too few to tell: {k} of {n}',
  empty: 'Nothing to show yet',
  tests: {
    one: 'One comparison was tested; its p-value needs no correction.',
    other: '{count} comparisons were tested; q-values are corrected for all of them.',
  },
  q: 'q {q}',
  overall: '{converted} of {units} visitors reached the goal: {rate}.',
  noGoal: 'Nobody has reached the goal yet, so nothing can be said of what leads to it.',
  weakLink:
    'The path breaks at “{step}” for “{segment}”: {rate} go on there, of all others {others}. Look at this step with their eyes first.',
  largestLoss:
    'Most are lost before “{step}”: {count} visitors. That is the largest loss, not yet a fault: later asks are larger.',
  noWeakLink: 'No segment loses surely more than the others at any step.',
  bestLift:
    'Those who gave “{action}” early reached the goal in {with} of cases, the others in {without}. It may be a cause or only a sign of interest.',
  noLift: 'No early yes goes surely together with the goal.',
  nextBest:
    'After “{state}”, visitors most surely reach the goal by way of “{action}”: at least {lower} of them.',
  winner:
    'Experiment “{experiment}”: “{variant}” changes the goal by {difference} ({interval}). That is more than chance.',
  noWinner:
    'Experiment “{experiment}”: no difference is proven yet between “{variant}” and “{against}” ({interval}).',
  smallerHurts:
    'Experiment “{experiment}”: “{variant}” brings more of the smaller yes but not more of the goal. Judge it by the goal.',
  notRead: 'Experiment “{experiment}” cannot be read: its variants are not as large as they should be.',
  tryIt: 'Test it: show “{action}” to half of the visitors.',
  warnings: {
    TOO_FEW: 'Too few visitors: figures in grey are not to be read yet.',
    SKEWED: 'One side of a comparison is small beside the other, so its figures move a lot.',
    LENGTH_BIAS: 'Counted over whole visits, long visits look like causes. The landmark rule avoids that.',
    ON_LADDER: 'A ladder chose who was asked, so those who were are not like those who were not.',
    LEAKS_OUTCOME: 'This action comes with the goal itself, as a receipt does; it cannot lead to it.',
    SEGMENT_REVERSAL:
      'Segments differ so much that one figure for all of them would mislead. Read them one by one.',
    SRM: 'The variants of an experiment are not as large as they should be: something sends visitors away from one.',
    PEEKED: 'An experiment was read before its planned end by a test that allows one look.',
    TIES: 'Many events have the same time, so the order of some is a convention.',
    INCOMPLETE_PERIOD: 'The last week is not over; hatched figures will still grow.',
  },
};
