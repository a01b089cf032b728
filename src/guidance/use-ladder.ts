'use client';
import { useMemo } from 'react';
import { emptyHistory, type History } from '../ladder/history.ts';
import type { Ladder } from '../ladder/ladder.ts';
import { segmentsOf } from '../ladder/recall.ts';
import type { Decision, Explanation } from '../ladder/situation.ts';
import { useSettings } from '../provider/context.ts';
import { useSegments } from '../provider/use-commitments.ts';
import { firstStanding, type Standing } from './first-paint.ts';
import { type LadderStep, progressOf } from './progress.ts';
import { useGuideAtWork, useGuideValue } from './use-guide.ts';

/** Where the visitor stands: see {@link useLadder}. */
export interface LadderHandle {
  /** The nearest provider's ladder. */
  readonly ladder: Ladder | undefined;
  readonly decision: Decision;
  /** What the visitor has done on the ladder: plain data, to be shown or handed out on request. */
  readonly history: History;
  /** What answers said of the visitor. */
  readonly segments: readonly string[];
  /** The rungs that apply to this visitor, in their order. Empty while nothing is known of the visitor. */
  readonly progress: readonly LadderStep[];
  /** Why an ask is, or is not, the next one: every rule that was weighed. */
  explain(this: void, ask: string): Explanation;
  /** Forgets what the visitor did on this ladder: here, in other tabs, in storage, and on the server that remembers. */
  forget(this: void): void;
}

const unknown: Standing = {
  decision: { queue: [], isDone: false },
  history: emptyHistory(),
  explain: (ask) => ({ ask, isNext: false, rules: [{ rule: 'ladder', holds: false }] }),
};

/**
 * Where the visitor stands on the nearest provider's ladder. On the server and in the first paint it tells what the provider's
 * `remembered` says; without that nothing is known, and `progress` is empty, until the browser has read the visitor's memory.
 */
export function useLadder(): LadderHandle {
  const { ladder, remembered } = useSettings();
  const guide = useGuideAtWork('useLadder');
  const said = useSegments();
  const first = () => (ladder && remembered ? firstStanding(ladder, remembered) : unknown);
  const state = useGuideValue<Standing | ReturnType<NonNullable<typeof guide>['state']>>(
    guide,
    () => (guide?.state().view ? guide.state() : unknown),
    first,
  );
  return useMemo(() => {
    const { decision, history } = state;
    const explain = 'explain' in state ? state.explain : (guide?.explain ?? unknown.explain);
    const open =
      'showings' in state
        ? [...state.showings.values()].find(({ ask, isPassed }) => ask && !isPassed)?.ask
        : undefined;
    return {
      ladder,
      decision,
      history,
      explain,
      segments: [...new Set([...said, ...segmentsOf(history)])],
      progress: ladder && state !== unknown ? progressOf(ladder, { decision, history, explain }, open) : [],
      forget: () => guide?.forget(),
    };
  }, [ladder, guide, state, said]);
}
