import type { Counts } from './counts.ts';

/**
 * Why a figure is to be read with care. Stable: a page may translate them.
 * TOO_FEW: below the least count, the figure is not to be read. SKEWED: one side has few units beside the other.
 * LENGTH_BIAS: the exposure rule makes long visits look like causes, or a segment does, which may be known only late in them.
 * ON_LADDER: the ladder chose who was asked.
 * LEAKS_OUTCOME: the goal itself brings the action about. SEGMENT_REVERSAL: segments disagree, read them apart.
 * SRM: the arms are not as large as they should be. PEEKED: looked at before its planned end, by a test that forbids it.
 * DISPLACES: under the landmark rule only so many first yeses count, so that one below 1 may only stand in a stronger one's place.
 * TIES: the order of many events is a convention. INCOMPLETE_PERIOD: the period is not over,
 * or shorter than the time that the question gives.
 */
export type WarningCode =
  | 'TOO_FEW'
  | 'SKEWED'
  | 'LENGTH_BIAS'
  | 'ON_LADDER'
  | 'LEAKS_OUTCOME'
  | 'SEGMENT_REVERSAL'
  | 'SRM'
  | 'PEEKED'
  | 'DISPLACES'
  | 'TIES'
  | 'INCOMPLETE_PERIOD';

/** From, to. */
export type Interval = readonly [low: number, high: number];

/** What every figure has. */
export interface Figure {
  /** The figure itself; NaN where there is nothing to work it out of. */
  readonly estimate: number;
  /** 95 % unless said otherwise. */
  readonly interval: Interval;
  /** Units it was worked out of. */
  readonly n: number;
  readonly warnings: readonly WarningCode[];
}

/** A share, 0 to 1, with Wilson's interval. */
export interface Rate extends Figure {
  /** Of `n`, how many. */
  readonly k: number;
}

/** A figure that was tested. */
export interface Tested extends Figure {
  /** The p-value before any correction. */
  readonly p: number;
  /** After Benjamini and Hochberg's correction over `comparisons` tests; undefined where it was not tested. */
  readonly q: number | undefined;
  /** How many tests the q-value covers. */
  readonly comparisons: number;
}

/** What came of one ask; see {@link AskCount}. */
export interface AskOutcome {
  /** `kind:ask`. */
  readonly action: string;
  /** Units that saw it. */
  readonly seen: number;
  /** Of these, how many began, and how many said yes. */
  readonly started: Rate;
  readonly yes: Rate;
  /** The others, by where they stopped. */
  readonly stopped: Readonly<Record<AskEnd, number>>;
}

/** Where somebody stopped who did not say yes. */
export type AskEnd = 'onlySaw' | 'abandoned' | 'dismissed' | 'failed' | 'withdrawn';

export interface FunnelStep {
  readonly step: string;
  /** Of those who reached the step before; the first of all units. */
  readonly rate: Rate;
  /** Of all who reached the first step. */
  readonly overall: Rate;
  readonly reached: number;
  /** Lost since the step before. */
  readonly lost: number;
}

export interface Funnel {
  readonly segment?: string;
  readonly steps: readonly FunnelStep[];
}

/** A step at which one segment loses more than the other segments do. */
export interface WeakLink extends Tested {
  readonly step: string;
  /** 0-based place in the funnel. */
  readonly index: number;
  readonly segment: string;
  readonly rate: Rate;
  /**
   * The rate of the same step for the other named segments; those of none, `''`, where there is no other, then with LENGTH_BIAS.
   * `estimate` is `rate` less this one.
   */
  readonly others: Rate;
}

/** How an action and the goal go together: an association, no proof of a cause. */
export interface Lift extends Tested {
  readonly action: string;
  readonly segment?: string;
  readonly exposed: Rate;
  readonly unexposed: Rate;
  /** `estimate` is the risk difference; this is the odds ratio, Haldane's half added where a cell is 0. */
  readonly oddsRatio: number;
  readonly oddsInterval: Interval;
  /** False where a guard forbids reading it; the counts still stand. */
  readonly shown: boolean;
  /** Mantel and Haenszel's pooled odds ratio over segments, where there are several. */
  readonly pooled?: { readonly oddsRatio: number; readonly interval: Interval; readonly breslowDayQ: number };
}

/** The share of goals that would be lost if an action led nowhere: first-order removal effect. */
export interface Contribution extends Figure {
  readonly action: string;
}

/** What is best asked next of somebody who last did `state`. */
export interface NextBestAsk {
  readonly state: string;
  readonly action: string;
  readonly rate: Rate;
  /** The lower bound by which it was chosen: it holds for the best of all that were weighed, so it lies below that of `rate`. */
  readonly lower: number;
  /** Every larger ask that was weighed in that state, the best first. */
  readonly weighed: readonly { readonly action: string; readonly rate: Rate }[];
}

export interface Arm {
  readonly variant: string;
  readonly goal: Rate;
  readonly micro: Rate;
  /** Mean money of a unit. */
  readonly value: Figure;
}

/** One arm beside the first. */
export interface Comparison {
  readonly variant: string;
  readonly against: string;
  /** Difference of the goal's rates. */
  readonly goal: Tested;
  /** The same as a share of the first arm's rate. */
  readonly relative: Figure;
  /** Difference of the smaller yes's rates: always beside the goal, because a smaller ask can hurt. */
  readonly micro: Tested;
  /** Difference of the mean money. */
  readonly value: Tested;
}

export interface ExperimentReadout {
  readonly experiment: string;
  readonly arms: readonly Arm[];
  readonly comparisons: readonly Comparison[];
  /** Chi-square test of the arms' sizes. Warned below 0.01, not read below 0.001. */
  readonly srmP: number;
  /** Units that saw several variants and are in no arm. */
  readonly mixed: number;
  readonly warnings: readonly WarningCode[];
}

export interface RetentionCell extends Rate {
  readonly cohort: number;
  /** First day of the cohort's week, epoch ms. */
  readonly start: number;
  readonly age: number;
}

export interface SegmentRate {
  readonly segment: string;
  /** Its share of all units. */
  readonly share: Rate;
  /**
   * How many of it reach the goal; `difference` is that less the other named segments', as in {@link WeakLink.others}. Those of no
   * segment, `''`, are compared with nobody.
   */
  readonly rate: Rate;
  readonly difference: Tested;
}

/** All that the counts tell. */
export interface Insights {
  readonly counts: Counts;
  /** The most seen first. */
  readonly asks: readonly AskOutcome[];
  readonly funnels: readonly Funnel[];
  /** The weakest first; only what stands after the correction has q below 0.05. */
  readonly weakLinks: readonly WeakLink[];
  /** By the lower bound of the odds ratio, the largest first. */
  readonly lifts: readonly Lift[];
  readonly contributions: readonly Contribution[];
  readonly nextBestAsks: readonly NextBestAsk[];
  readonly experiments: readonly ExperimentReadout[];
  readonly retention: readonly RetentionCell[];
  readonly segments: readonly SegmentRate[];
  readonly warnings: readonly WarningCode[];
}
