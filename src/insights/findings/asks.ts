import type { Counts } from '../counts.ts';
import type { AskOutcome } from '../insights.ts';
import { rateOf } from './rate.ts';

/** Of those who saw each ask, how many began and said yes, and where the others stopped; the most seen first. */
export function asksOf({ asks }: Counts): AskOutcome[] {
  return asks
    .map(({ kind, ask, seen, started, yes, withdrawn, failed, dismissed, abandoned }) => ({
      action: `${kind}:${ask}`,
      seen,
      started: rateOf(started, seen),
      yes: rateOf(yes, seen),
      stopped: {
        onlySaw: seen - yes - withdrawn - failed - dismissed - abandoned,
        abandoned,
        dismissed,
        failed,
        withdrawn,
      },
    }))
    .sort((one, two) => two.seen - one.seen || (one.action < two.action ? -1 : 1));
}
