import type { Action, Question } from './question.ts';

/** Where a path begins, in place of an action. */
export const START = '(start)';
/** The goal, in place of an action. */
export const GOAL = '(goal)';
/** Where a path ends without the goal, in place of an action. */
export const END = '(end)';

/**
 * How many units came how far. `levels[i]` is how many reached step i + 1 of the funnel: the longest ordered chain of
 * events, one event a step, others allowed in between, all within the window after the first; the best over all starts.
 */
export interface FunnelCount {
  /** Absent: everybody. Rows of segments are there where units are of several. */
  readonly segment?: string;
  readonly levels: readonly number[];
}

/** Who did one action, and who reached the goal. Units that the exposure rule leaves out are in none of the four. */
export interface ActionCount {
  /** `kind:ask`, or the kind where {@link Question.by} is `'kind'`. */
  readonly action: string;
  /** Absent: everybody. By the landmark rule the segment that was known at the landmark, `''` where none was. */
  readonly segment?: string;
  readonly exposed: number;
  readonly exposedConverted: number;
  readonly unexposed: number;
  readonly unexposedConverted: number;
  /** Of the exposed who reached the goal: those whose yes directly before it was this action. */
  readonly next: number;
}

/**
 * How often one yes followed another up to the goal, of units with a yes; `group` is the last two characters of their ids.
 */
export interface TransitionCount {
  readonly group: string;
  /** An action, or {@link START}. */
  readonly from: string;
  /** An action, {@link GOAL}, or {@link END}. */
  readonly to: string;
  readonly n: number;
}

/** How many units began with this path. */
export interface PathCount {
  /** The first yeses up to the goal, `pathLength` at most; ends with {@link GOAL} when that is among them. */
  readonly path: readonly string[];
  readonly n: number;
  readonly converted: number;
  /** All paths that were walked less, together; `path` is empty. */
  readonly others?: true;
}

/** How many units of a first week came back in the week `age` weeks later. */
export interface RetentionCount {
  /** Weeks since 1970, beginning on {@link Question.weekStart}. */
  readonly cohort: number;
  /** 0 is the first week itself, so its `n` is the size of the cohort. */
  readonly age: number;
  readonly n: number;
}

/** One variant of an experiment: everyone who was exposed to it, and what they did after. */
export interface VariantCount {
  readonly experiment: string;
  readonly variant: string;
  readonly exposed: number;
  /** Reached the goal after the exposure. */
  readonly converted: number;
  /** Gave the smaller yes after the exposure. */
  readonly micro: number;
  /** The money of the first goal of each unit, added up; 0 where it carries none. */
  readonly sum: number;
  /** The squares of the same, added up. */
  readonly sumSquares: number;
  /** Units that saw more than one variant; they are counted in none. The same number in every row of an experiment. */
  readonly mixed: number;
}

/**
 * What was done after an action, and who reached the goal within the horizon after it. A unit counts once in a row, with its
 * first. The goal itself is none of the next yeses.
 */
export interface NextCount {
  /** The last yes before, or {@link START}. */
  readonly state: string;
  /** The next yes. */
  readonly action: string;
  /** Its grade, the largest where it had several. */
  readonly grade: number;
  readonly n: number;
  readonly converted: number;
}

/**
 * What came of one ask, in units: how many saw it, how many of these said yes, and where each of the others came to an end, in one
 * of `withdrawn`, `failed`, `dismissed` and `abandoned`, the first that fits; the rest only saw it. The kinds of a component under
 * one id are one ask, such as opening a contact dialog and sending it: they share all but the yes, and are a row each.
 */
export interface AskCount {
  readonly kind: string;
  /** Its id. */
  readonly ask: string;
  /** Saw it, or gave it a yes. */
  readonly seen: number;
  /** Of these, began: started, gave a yes, failed or left in the middle. */
  readonly started: number;
  /** Gave it this yes, which stands. */
  readonly yes: number;
  /** Took it back. */
  readonly withdrawn: number;
  /** Wanted to, and it did not arrive. */
  readonly failed: number;
  /** Said no. */
  readonly dismissed: number;
  /** Began and left. */
  readonly abandoned: number;
}

/** One segment's units. */
export interface SegmentCount {
  /** The first segment that was written for a unit before its goal; `''` where none was. */
  readonly segment: string;
  readonly n: number;
  readonly converted: number;
}

/** What the events come to: small tables, the same from every home. All else is worked out of these. */
export interface Counts {
  readonly v: 1;
  readonly question: Question;
  /** Time of the first and last row, epoch ms; 0 without rows. */
  readonly from: number;
  readonly to: number;
  /** Rows of phase `committed` that were counted. */
  readonly rows: number;
  /** Units with a `committed` or `seen` row. */
  readonly units: number;
  /** Of these, sessions in which no visitor was known; 0 where sessions are counted. */
  readonly unknown: number;
  /** Units that reached the goal. */
  readonly converted: number;
  /** Pairs of neighbouring committed rows of a unit with one time and two page views: their order is a convention. */
  readonly ties: number;
  /**
   * What the question names and nobody gave, such as an ask with a typing error in its id; empty where nobody gave anything.
   * What was taken back was given.
   */
  readonly missing: readonly Action[];
  readonly funnel: readonly FunnelCount[];
  readonly actions: readonly ActionCount[];
  readonly transitions: readonly TransitionCount[];
  readonly paths: readonly PathCount[];
  readonly retention: readonly RetentionCount[];
  readonly variants: readonly VariantCount[];
  readonly next: readonly NextCount[];
  readonly asks: readonly AskCount[];
  readonly segments: readonly SegmentCount[];
}
