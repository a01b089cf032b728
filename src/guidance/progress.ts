import type { Ladder } from '../ladder/ladder.ts';
import type { RuleName } from '../ladder/situation.ts';
import type { Standing } from './first-paint.ts';

/** One rung as the visitor may see it. */
export interface LadderStep {
  /** The rung's ask, also where the visitor said yes to its alternative. */
  readonly ask: string;
  /** 1-based. */
  readonly rung: number;
  /** `done`: a yes stands. `current`: it is asked for, or comes next. */
  readonly state: 'done' | 'current' | 'ahead';
}

/** The rules that tell whether a rung is meant for this visitor at all, wherever and whenever it may be asked. */
const personal: readonly RuleName[] = ['segment', 'answer', 'variant', 'device'];

/** The rungs that apply to a visitor, in their order. `open` is the ask on the screen. */
export function progressOf(
  { rungs }: Ladder,
  { decision, explain }: Standing,
  open: string | undefined,
): readonly LadderStep[] {
  const steps = rungs.flatMap(({ ask, otherwise }, at): (LadderStep & { asks: readonly string[] })[] => {
    const asks = [ask, ...otherwise.map((one) => one.ask)];
    const fails = (one: string, some: readonly RuleName[]) =>
      explain(one).rules.some(({ rule, holds }) => !holds && some.includes(rule));
    const isDone = asks.some((one) => fails(one, ['answered']));
    const isMeant = !fails(ask, personal);
    return isDone || isMeant ? [{ ask, rung: at + 1, state: isDone ? 'done' : 'ahead', asks }] : [];
  });
  const next = open ?? decision.next ?? decision.waiting ?? '';
  const ahead = steps.filter(({ state }) => state === 'ahead');
  const current = ahead.find(({ asks }) => asks.includes(next)) ?? ahead[0];
  return steps.map((step) => ({
    ask: step.ask,
    rung: step.rung,
    state: step === current && !decision.isDone ? 'current' : step.state,
  }));
}
