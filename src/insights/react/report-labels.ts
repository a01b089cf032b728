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
  asks: LabelText;
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
  asksNote: LabelText;
  funnelNote: LabelText;
  liftsNote: LabelText;
  pathsNote: LabelText;
  retentionNote: LabelText;
  experimentNote: LabelText;
  segmentsNote: LabelText;
  nextAsksNote: LabelText;
  contributionsNote: LabelText;
  /** Heads of columns and rows. */
  ask: LabelText;
  seen: LabelText;
  started: LabelText;
  saidYes: LabelText;
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
  /** Where those stopped who did not say yes, `{count}` each. */
  onlySaw: LabelText;
  abandoned: LabelText;
  dismissed: LabelText;
  failed: LabelText;
  withdrawn: LabelText;
  /** Below the asks, how many are not shown, `{count}`. */
  moreAsks: LabelText;
  /** Below any other table that has more rows than one can read, how many are not shown, `{count}`. */
  moreRows: LabelText;
  /** The same of experiments. */
  moreExperiments: LabelText;
  /** The figures at the top of the report. */
  reachedGoal: LabelText;
  yeses: LabelText;
  /** Below them, where visits of nobody known are among the visitors: `{count}`. */
  unknown: LabelText;
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
  overallFew: LabelText;
  noUnits: LabelText;
  /** Where the question names what nobody gave: `{actions}`, and `{yeses}` that there are. */
  missing: LabelText;
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
