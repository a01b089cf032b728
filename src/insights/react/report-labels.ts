import type { LabelText } from '../../provider/labels.ts';
import type { WarningCode } from '../insights.ts';

/**
 * Every text of the report and its parts. Texts with `{count}` may be plural forms. `{units}` is the word for what was counted, in
 * any of them. They stand in none of the catalogues of `smallyes/locales`: visitors never see them, the site's owner does. What is
 * left out is said in English.
 */
export interface InsightsLabels {
  /** The words for what was counted: at the head of a column, and as `{units}` within a sentence. */
  visitors: LabelText;
  sessions: LabelText;
  visitorUnits: LabelText;
  sessionUnits: LabelText;
  /** Names of the parts. `{segment}`, `{experiment}`. */
  funnel: LabelText;
  funnelOf: LabelText;
  lifts: LabelText;
  paths: LabelText;
  retention: LabelText;
  experiment: LabelText;
  segments: LabelText;
  nextAsks: LabelText;
  contributions: LabelText;
  summary: LabelText;
  care: LabelText;
  /** What the reader is to make of a part, a sentence or two below its name. */
  funnelNote: LabelText;
  liftsNote: LabelText;
  pathsNote: LabelText;
  retentionNote: LabelText;
  experimentNote: LabelText;
  segmentsNote: LabelText;
  nextAsksNote: LabelText;
  contributionsNote: LabelText;
  /** Heads of columns and rows. */
  step: LabelText;
  reached: LabelText;
  ofBefore: LabelText;
  ofAll: LabelText;
  action: LabelText;
  goalWith: LabelText;
  goalWithout: LabelText;
  odds: LabelText;
  q: LabelText;
  path: LabelText;
  share: LabelText;
  goalRate: LabelText;
  microRate: LabelText;
  money: LabelText;
  variant: LabelText;
  comparison: LabelText;
  /** What a difference is of: `{variant}`, `{against}`. */
  less: LabelText;
  points: LabelText;
  relative: LabelText;
  week: LabelText;
  segment: LabelText;
  difference: LabelText;
  state: LabelText;
  removal: LabelText;
  /** Below a q-value: what is sure of the goal where somebody did it. */
  moreOften: LabelText;
  lessOften: LabelText;
  notSure: LabelText;
  /** At an ask that is to come next and surely goes with the goal less often. */
  goesLessOften: LabelText;
  /** What is to be asked then, `{action}`. */
  afterwards: LabelText;
  /** The figures at the top of the report. */
  reachedGoal: LabelText;
  yeses: LabelText;
  /** A week's age, `{count}`, as it is said; it is written as `+2`. */
  age: LabelText;
  /** In place of names. */
  noSegment: LabelText;
  otherPaths: LabelText;
  otherActions: LabelText;
  /** A place of a way at which many did something, and few the same. */
  rarer: LabelText;
  goal: LabelText;
  start: LabelText;
  end: LabelText;
  /** An ask that has no name of its own but its kind has: `{kind}`, `{ask}`. One of which neither has: the same, by their ids. */
  askOfKind: LabelText;
  askAndKind: LabelText;
  /** An interval, `{low}` and `{high}`. */
  interval: LabelText;
  /** A difference of two shares, `{value}` with its sign. */
  inPoints: LabelText;
  /** The first step beside everybody, `{all}`. */
  ofUnits: LabelText;
  /** At a step where a segment is behind: `{segment}`, `{rate}`, `{others}`. */
  behind: LabelText;
  /** In place of a figure that is not to be read, `{k}` of `{n}`, and why. */
  fraction: LabelText;
  tooFew: LabelText;
  empty: LabelText;
  /** How many tests a part's corrected p-values cover, `{count}`. */
  tests: LabelText;
  /** Units that saw several variants, `{count}`. */
  mixed: LabelText;
  /** The test whether the variants are as large as they should be, `{p}`. */
  sizes: LabelText;
  /** What the marks of a drawing mean. */
  stayed: LabelText;
  lost: LabelText;
  estimate: LabelText;
  /** `{level}` is 95 %. */
  interval95: LabelText;
  noEffect: LabelText;
  noDifference: LabelText;
  everybody: LabelText;
  tones: LabelText;
  running: LabelText;
  /** Sentences of the summary and the words above them; see `tellReport`. */
  aboutOverall: LabelText;
  aboutWeakLink: LabelText;
  aboutLift: LabelText;
  aboutNext: LabelText;
  overall: LabelText;
  noUnits: LabelText;
  noGoal: LabelText;
  weakLink: LabelText;
  largestLoss: LabelText;
  noWeakLink: LabelText;
  bestLift: LabelText;
  /** `{actions}` is a list of such as `quoted` writes them. */
  fewerLift: LabelText;
  quoted: LabelText;
  displaced: LabelText;
  noLift: LabelText;
  nextBest: LabelText;
  nextFirst: LabelText;
  winner: LabelText;
  noWinner: LabelText;
  onlySmaller: LabelText;
  tooEarly: LabelText;
  oneVariant: LabelText;
  notRead: LabelText;
  tryIt: LabelText;
  shortPeriod: LabelText;
  /** What each warning means, one sentence. */
  warnings: Readonly<Record<WarningCode, LabelText>>;
  /** The same in a word or two, at the row that it concerns. */
  marks: Readonly<Record<WarningCode, LabelText>>;
}

export const insightsLabels: InsightsLabels = {
  visitors: 'Visitors',
  sessions: 'Visits',
  visitorUnits: 'visitors',
  sessionUnits: 'visits',
  funnel: 'The way to the goal',
  funnelOf: 'The way to the goal: {segment}',
  lifts: 'What goes together with the goal',
  paths: 'How {units} begin',
  retention: 'Who comes back',
  experiment: 'Experiment: {experiment}',
  segments: 'Segments',
  nextAsks: 'What to ask next',
  contributions: 'What the ways to the goal pass through',
  summary: 'In short',
  care: 'To be read with care',
  funnelNote: 'How many {units} came how far, and which share of the step before went on.',
  liftsNote:
    'The odds of reaching the goal for those who did it early, beside those who did not. An association, not yet a proof: test it.',
  pathsNote: 'The first yeses in their order, the most walked ways first.',
  retentionNote: 'Of those who first came in a week, the share that came back in each later one.',
  experimentNote:
    'Each variant beside the first. The goal always stands beside the smaller yes: more of the one is not always more of the other.',
  segmentsNote: 'What {units} said of themselves, and how many of each reached the goal.',
  nextAsksNote:
    'Of all larger asks after a yes, the one with the largest sure share of goals. Where too few took any, the ladder as you wrote it stands.',
  contributionsNote:
    'The share of goals whose way is broken when an action is taken out of the chain of yeses. Shares add up to more than all.',
  step: 'Step',
  reached: 'Reached',
  ofBefore: 'Of step before',
  ofAll: 'Of first step',
  action: 'Action',
  goalWith: 'Goal, did it',
  goalWithout: 'Goal, did not',
  odds: 'Odds ratio',
  q: 'q-value',
  path: 'Way',
  share: 'Share',
  goalRate: 'Goal rate',
  microRate: 'Smaller yes',
  money: 'Money each',
  variant: 'Variant',
  comparison: 'Difference',
  less: '“{variant}” less “{against}”',
  points: 'In points',
  relative: 'Relative',
  week: 'First week',
  segment: 'Segment',
  difference: 'Beside the others',
  state: 'After',
  removal: 'Share of goals',
  moreOften: 'more often',
  lessOften: 'less often',
  notSure: 'not sure',
  goesLessOften: 'goes with the goal less often',
  afterwards: 'then “{action}”',
  reachedGoal: 'Reached the goal',
  yeses: 'Yeses counted',
  age: { one: '{count} week later', other: '{count} weeks later' },
  noSegment: 'No segment',
  otherPaths: 'All other ways',
  otherActions: 'All rarer actions',
  rarer: 'something rarer',
  goal: 'Goal',
  start: 'Arrival',
  end: 'End',
  askOfKind: '{kind}: {ask}',
  askAndKind: '{ask} ({kind})',
  interval: '{low} to {high}',
  inPoints: '{value} points',
  ofUnits: 'of {all} {units}',
  behind: '{segment}: {rate}, the others {others}',
  fraction: '{k} of {n}',
  tooFew: 'too few',
  empty: 'Nothing to show yet.',
  tests: {
    one: 'One comparison was tested, so its q-value is its p-value.',
    other: '{count} comparisons were tested; q-values are p-values corrected for all of them.',
  },
  mixed: {
    one: 'One saw more than one variant and is counted in none.',
    other: '{count} saw more than one variant and are counted in none.',
  },
  sizes:
    'Are the variants as large as they should be? The test gives p {p}: below 0.01 look for the reason, below 0.001 nothing is read.',
  stayed: 'went on',
  lost: 'lost since the step before',
  estimate: 'estimate',
  interval95: '{level} interval',
  noEffect: 'no effect',
  noDifference: 'no difference',
  everybody: 'all {units}',
  tones: 'fewer to more came back',
  running: 'week not over',
  aboutOverall: 'The goal',
  aboutWeakLink: 'Where the way breaks',
  aboutLift: 'What goes together with the goal',
  aboutNext: 'What to ask next',
  overall: '{converted} of {all} {units} reached the goal: {rate}.',
  noUnits: 'No {units} have been counted yet.',
  noGoal: 'Nobody has reached the goal yet, so nothing can be said of what goes with it.',
  weakLink: 'At “{step}”, {rate} of “{segment}” go on, of the others {others}. Look at this step first.',
  largestLoss:
    'Most are lost before “{step}”: {count} {units}. A large loss is not yet a fault, because later asks are larger.',
  noWeakLink: 'No segment is surely behind the others at any step.',
  bestLift:
    'Of those who gave “{action}” early, {with} reached the goal; of those who did not, {without}. The two go together. Whether the ask makes a difference, only a test can tell.',
  fewerLift: 'Those who gave {actions} early reached the goal less often than those who did not.',
  quoted: '“{action}”',
  displaced:
    'That is no proof of harm. Only the first few yeses are looked at, so any of these may just have taken the place of a stronger one.',
  noLift: 'No early yes surely goes together with more goals.',
  nextBest:
    'Of those who gave “{action}” after “{state}”, at least {lower} reached the goal, the largest sure share among the asks that fit there.',
  nextFirst:
    'Of those who began with “{action}”, at least {lower} reached the goal, the largest sure share among first asks.',
  winner:
    'With “{variant}”, {rate} reached the goal, with “{against}” {rateAgainst}. The difference of {difference} ({interval}) is more than chance explains.',
  noWinner:
    'Between “{variant}” and “{against}” no difference of the goal is proven yet: {difference} ({interval}).',
  onlySmaller:
    'More gave the smaller yes with “{variant}”, but not surely more reached the goal. Judge it by the goal.',
  tooEarly: 'Too few {units} yet to compare “{variant}” with “{against}”.',
  oneVariant: 'Only one variant has been seen, so there is nothing to compare it with.',
  notRead:
    'Not to be read: the variants are not as large as they should be. Find out why before you look at the goal.',
  tryIt: 'Test it: show “{action}” to one half of the {units} and not to the other.',
  shortPeriod:
    'The period is shorter than the time that the question gives, so some will still reach the goal.',
  warnings: {
    TOO_FEW: 'Too few {units}: figures in grey are not to be read yet.',
    SKEWED: 'Where one side of a comparison is small beside the other, its figures still move a lot.',
    LENGTH_BIAS:
      'Some figures are counted over whole visits, and whoever stays longer does more of everything. The landmark rule avoids that.',
    ON_LADDER: 'A ladder chose whom it asked, so those who were asked are not like those who were not.',
    LEAKS_OUTCOME: 'What comes with the goal itself, as a receipt does, says nothing of the way to it.',
    SEGMENT_REVERSAL:
      'Where segments differ so much that one figure for all of them would mislead, they are shown one by one.',
    SRM: 'The variants of an experiment are not as large as they should be: someone is missing from one of them.',
    PEEKED: 'An experiment was read before its planned end by a test that allows one look.',
    DISPLACES:
      'Only the first few yeses of each are looked at, so whoever gave one had a place less for another. One that goes with the goal less often may just have taken the place of a stronger one: before you take it away, test it.',
    TIES: 'Many events carry the same time, so the order of some is a convention.',
    INCOMPLETE_PERIOD: 'The last week is not over: hatched figures will still grow.',
  },
  marks: {
    TOO_FEW: 'too few',
    SKEWED: 'one side is small',
    LENGTH_BIAS: 'whole visits',
    ON_LADDER: 'chosen by a ladder',
    LEAKS_OUTCOME: 'comes with the goal',
    SEGMENT_REVERSAL: 'depends on the segment',
    SRM: 'sizes are off',
    PEEKED: 'read too early',
    DISPLACES: 'perhaps in the place of another',
    TIES: 'order unsure',
    INCOMPLETE_PERIOD: 'not over',
  },
};
