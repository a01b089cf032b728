import type { Grade, Moment } from '../events/index.ts';
import type { Say } from './conditions.ts';
import type { History } from './history.ts';
import type { Device, Ladder } from './ladder.ts';
import { type Candidate, createView } from './view.ts';
import { weigh } from './weigh.ts';

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

/**
 * Seconds of a page view for which an ask that waits holds the later ones. Most visitors who leave a page do so before; from then
 * on they leave at a slow and even pace (Liu, White, Dumais: Understanding Web Browsing Behaviors through Weibull Analysis of
 * Dwell Time, SIGIR 2010), so that whoever is still there and does not scroll may read for minutes.
 */
export const patience = 30;

/** Weighs every rule for every ask, in the order of the ladder. What decides and what explains both go this way. */
function walk(
  ladder: Ladder,
  history: History,
  situation: Situation,
  hear?: (one: Candidate) => Say | undefined,
): Decision {
  const view = createView({ ladder, history, situation });
  const queue: string[] = [];
  let next: Candidate | undefined;
  let waiting: string | undefined;
  let isWaiting = false;
  let wake = Infinity;
  for (const one of view.asks) {
    const { ask } = one.rung;
    // What it still lacks: more than its turn, and seconds or scrolling?
    let lacksTurn = false;
    let lacksTime = false;
    let lacksMore = false;
    const tell = hear?.(one);
    weigh(one, view, (rule, holds, wanted, found, other, until = Infinity) => {
      tell?.(rule, holds, wanted, found, other, until);
      if (holds) return;
      if (rule === 'order' || rule === 'one-at-a-time') lacksTurn = true;
      else if (rule === 'seconds' || rule === 'scroll') lacksTime = true;
      else lacksMore = true;
      wake = Math.min(wake, until);
    });
    // What waits in vain holds nobody.
    if (lacksMore || (lacksTime && (situation.seconds ?? 0) >= patience)) continue;
    view.ahead ??= { ask, waits: lacksTime };
    if (lacksTime) {
      // Behind an ask that waits nobody comes.
      if (!isWaiting && !lacksTurn) waiting = ask;
      isWaiting = true;
    } else if (!lacksTurn) next ??= one;
    else if (!isWaiting && ask !== situation.current) queue.push(ask);
  }
  return {
    next: next?.rung.ask,
    rung: next && next.at + 1,
    queue,
    waiting,
    wake: wake < Infinity ? wake : undefined,
    isDone: !!view.done,
  };
}

/**
 * Which ask comes next in a situation. Pure: the same in the browser, on a server and in a test. While an ask is open,
 * no other one is next.
 */
export const decide = walk as <Id extends string>(
  ladder: Ladder<Id>,
  history: History,
  situation: Situation,
) => Decision<Id>;

/** Why an ask is, or is not, the next one in a situation: every rule that was weighed. */
export function explain<Id extends string>(
  ladder: Ladder<Id>,
  history: History,
  situation: Situation,
  ask: NoInfer<Id>,
): Explanation<Id> {
  const rules: Weighed[] = [];
  let step: Candidate | undefined;
  const { next } = walk(ladder, history, situation, (one) => {
    if (one.rung.ask !== ask) return undefined;
    step = one;
    return (rule, holds, wanted, found, other, until = Infinity) =>
      rules.push({
        rule,
        holds,
        wanted,
        found,
        other,
        until: holds || until === Infinity ? undefined : until,
      });
  });
  // TypeScript does not see that the walk has found it.
  const { at, rung } = (step as Candidate | undefined) ?? {};
  return {
    ask,
    isNext: next === ask,
    rung: at === undefined ? undefined : at + 1,
    grade: rung?.grade,
    rules: step ? rules : [{ rule: 'ladder', holds: false }],
  };
}
