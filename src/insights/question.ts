import type { Kind } from '../events/kinds.ts';

/** What somebody did: a kind of yes, or one ask's with its id behind a colon, `poll.vote:biggest-hurdle`. */
export type Action = Kind | `${Kind}:${string}`;

/** Which acts before the goal count as exposure to an action; see {@link InsightsOptions.exposure}. */
export type ExposureRule = 'landmark' | 'before' | 'anywhere';

/** What is asked of the events. */
export interface InsightsOptions {
  /**
   * The yes that counts as reaching the goal. A unit reaches it once, at its first.
   */
  readonly goal: Action;
  /**
   * The steps of the funnel, in order; the goal is added at the end where it is missing. Default: the goal alone.
   * A step that repeats is refused (SY-1605): with events of equal names no two tools count the same.
   */
  readonly steps?: readonly Action[] | undefined;
  /** The time in which the whole funnel must be walked, in milliseconds or as `'30d'`. Default `'30d'`. */
  readonly window?: number | string | undefined;
  /** What is counted: visitors (a session where nobody is known in any of it) or sessions. Default `'visitor'`. */
  readonly unit?: 'visitor' | 'session' | undefined;
  /** Whether one ask's yes is an action of its own, or all asks' of a kind are one. Default `'ask'`. */
  readonly by?: 'ask' | 'kind' | undefined;
  /**
   * When somebody counts as exposed to an action. `'landmark'` (default): when it is among the first {@link landmark}
   * yeses; units that reach the goal within them, or have fewer, are left out, so that a long visit is no cause. Its price: the
   * first places are few, so that an action may look harmful that only stands in a stronger one's (DISPLACES). `'before'` (the
   * goal) and `'anywhere'` are what most tools count; both find effects where there are none and carry LENGTH_BIAS.
   */
  readonly exposure?: ExposureRule | undefined;
  /** How many first yeses the landmark rule looks at. Default 3. */
  readonly landmark?: number | undefined;
  /** Actions that the goal itself brings about (a thank-you page, a receipt): shown apart, with LEAKS_OUTCOME. */
  readonly derived?: readonly Action[] | undefined;
  /** The smaller yes to show beside the goal in experiments. Default: the first step. */
  readonly micro?: Action | undefined;
  /** How long after an ask a goal still counts for it in next-best ask, as {@link window}. Default `'30d'`. */
  readonly horizon?: number | string | undefined;
  /** How many different paths are kept, the most walked first; the others are one row. Default 20. */
  readonly paths?: number | undefined;
  /** How many first yeses make a path. Default 5. */
  readonly pathLength?: number | undefined;
  /** The day a week begins on, UTC, 1 Monday to 7 Sunday. Default 1. */
  readonly weekStart?: 1 | 2 | 3 | 4 | 5 | 6 | 7 | undefined;
  /** The time of the reading, epoch ms: later events (5 minutes of air) are not counted. Default: the clock's. */
  readonly now?: number | undefined;
}

/** {@link InsightsOptions} with every default filled in; durations in milliseconds. */
export interface Question {
  readonly goal: Action;
  /** Ends with the goal. */
  readonly steps: readonly Action[];
  readonly window: number;
  readonly unit: 'visitor' | 'session';
  readonly by: 'ask' | 'kind';
  readonly exposure: ExposureRule;
  readonly landmark: number;
  readonly derived: readonly Action[];
  readonly micro: Action;
  readonly horizon: number;
  readonly paths: number;
  readonly pathLength: number;
  readonly weekStart: number;
  readonly now: number;
}
