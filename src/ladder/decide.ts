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
  /** The spot stands in another ask's success or dismissal view. Default false. */
  readonly isReply?: boolean | undefined;
  /** The ask that is open on the screen already. */
  readonly current?: string | undefined;
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
  /** The ask that the ladder waits for: only seconds or scrolling are missing. */
  readonly waiting?: Id | undefined;
  /** When time alone can change the decision, in milliseconds since 1970. */
  readonly wake?: number | undefined;
  /** The goal has been reached. */
  readonly isDone: boolean;
}

/** What an ask still lacks: its turn, seconds or scrolling, or more than that. */
const lackOf: { readonly [R in RuleName]?: 'turn' | 'time' } = {
  seconds: 'time',
  scroll: 'time',
  order: 'turn',
  'one-at-a-time': 'turn',
};

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
    const lacks = { turn: false, time: false, more: false };
    const tell = hear?.(one);
    weigh(one, view, (rule, holds, wanted, found, other, until = Infinity) => {
      tell?.(rule, holds, wanted, found, other, until);
      if (holds) return;
      lacks[lackOf[rule] ?? 'more'] = true;
      wake = Math.min(wake, until);
    });
    if (lacks.more) continue;
    view.ahead ??= { ask, waits: lacks.time };
    if (lacks.time) {
      // Behind an ask that waits nobody comes.
      if (!isWaiting && !lacks.turn) waiting = ask;
      isWaiting = true;
    } else if (!lacks.turn) next ??= one;
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
export function decide<Id extends string>(
  ladder: Ladder<Id>,
  history: History,
  situation: Situation,
): Decision<Id> {
  // The ladder's own names.
  return walk(ladder, history, situation) as Decision<Id>;
}

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
