import type { Grade, Moment } from '../events/index.ts';
import type { Device } from './rung.ts';

/** What is true at the moment of a decision. What is undefined is not known yet, and no condition on it holds. */
export interface Situation {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Number of the visit, from 1. */
  readonly visit: number;
  readonly segments: readonly string[];
  readonly variants?: Readonly<Record<string, string>> | undefined;
  readonly path?: string | undefined;
  readonly device?: Device | undefined;
  readonly seconds?: number | undefined;
  readonly scroll?: number | undefined;
  readonly moment?: Moment | undefined;
  /** Asks that this spot can show. Undefined: all. */
  readonly offered?: readonly string[] | undefined;
  /**
   * All spots of the page, this one among them: what could be asked in any of them is open, and nothing smaller comes after a yes,
   * nor anything too large. Default this spot alone.
   */
  readonly spots?: readonly Pick<Situation, 'moment' | 'offered'>[] | undefined;
  /** The spot stands in another ask's success or dismissal view. Default false. */
  readonly isReply?: boolean | undefined;
  /** The ask that is open on the screen already. */
  readonly current?: string | undefined;
  /** Asks that the visitor saw in this page view and left behind unanswered. Default none. */
  readonly passed?: readonly string[] | undefined;
}

/** The names of the rules, in the order in which they are weighed. */
export type RuleName =
  | 'ladder'
  | 'goal'
  | 'answered'
  | 'climb'
  | 'step'
  | 'refusal'
  | 'dismissed'
  | 'shown'
  | 'showings'
  | 'cooldown'
  | 'segment'
  | 'moment'
  | 'answer'
  | 'variant'
  | 'page'
  | 'device'
  | 'visits'
  | 'offered'
  | 'passed'
  | 'seconds'
  | 'scroll'
  | 'alternative'
  | 'order'
  | 'one-at-a-time';

/** One rule and what it said. */
export interface Weighed {
  readonly rule: RuleName;
  readonly holds: boolean;
  /** When it will hold by time alone, in milliseconds since 1970. */
  readonly until?: number | undefined;
  /** What the rule wants, and what it found. */
  readonly wanted?: unknown;
  readonly found?: unknown;
  /** The other ask that it is about. */
  readonly other?: string | undefined;
}

/** Why an ask is, or is not, the next one. */
export interface Explanation<Id extends string = string> {
  readonly ask: Id;
  /** It is the next ask: the one that `decide` names. */
  readonly isNext: boolean;
  /** 1-based; undefined for an ask that is not on the ladder. */
  readonly rung?: number | undefined;
  readonly grade?: Grade | undefined;
  /** All of them, in the order weighed. `isNext` means that every one holds. */
  readonly rules: readonly Weighed[];
}

/** Which ask comes next. */
export interface Decision<Id extends string = string> {
  /** The ask to show now; undefined: none. */
  readonly next?: Id | undefined;
  /** 1-based rung of `next`. */
  readonly rung?: number | undefined;
  /** Asks that would follow if `next` were not there, in their order. */
  readonly queue: readonly Id[];
  /** The ask that the ladder waits for, in the first 30 seconds of a page view: only seconds or scrolling are missing. */
  readonly waiting?: Id | undefined;
  /** When time alone can change the decision, in milliseconds since 1970. */
  readonly wake?: number | undefined;
  /** The goal has been reached. */
  readonly isDone: boolean;
}
