import type { Say } from './conditions.ts';
import type { History } from './history.ts';
import type { Ladder } from './ladder.ts';
import type { Decision, Explanation, Situation, Weighed } from './situation.ts';
import { type Candidate, createView } from './view.ts';
import { weigh } from './weigh.ts';

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
  const steps: Candidate[] = [];
  const { next } = walk(ladder, history, situation, (one) => {
    if (one.rung.ask !== ask) return undefined;
    steps.push(one);
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
  const [step] = steps;
  return {
    ask,
    isNext: next === ask,
    rung: step && step.at + 1,
    grade: step?.rung.grade,
    rules: step ? rules : [{ rule: 'ladder', holds: false }],
  };
}
