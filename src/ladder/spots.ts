import { decide, explain } from './decide.ts';
import type { Slot } from './guide.ts';
import type { History } from './history.ts';
import type { Ladder } from './ladder.ts';
import { hasYes, historyOf, rungNumber, rungOf } from './recall.ts';
import type { Decision, Situation } from './situation.ts';

/** A slot of the page and what stands in it. */
export interface Spot {
  slot: Slot;
  ask?: string | undefined;
  answered?: string | undefined;
  /** What a server has put there, until the first decision. */
  shows?: string | undefined;
  /** An ask of its own was answered or refused in this page view: what comes next there is a reply. */
  isReplied?: boolean | undefined;
  /** The ask came with a spot of this moment: until it is over, nobody has seen it there. */
  moment?: number | undefined;
  /** The visitor has left it behind: what stands there stays, and is the open ask no more. */
  isPassed?: boolean | undefined;
}

export const isReply = ({ slot, isReplied }: Spot): boolean => !!(slot.isReply || isReplied);

export const canShow = ({ slot }: Spot, ask: string): boolean => slot.asks?.includes(ask) ?? true;

/** The spots that the rules cannot tell apart, in groups; replies first, then by their order, then as they came. */
export function groupSpots(spots: Iterable<Spot>): (readonly Spot[])[] {
  const groups: Record<string, Spot[]> = {};
  const sorted = [...spots].sort(
    (a, b) => Number(isReply(b)) - Number(isReply(a)) || (a.slot.order ?? 0) - (b.slot.order ?? 0),
  );
  for (const spot of sorted) (groups[`${isReply(spot)}${spot.slot.moment}`] ??= []).push(spot);
  return Object.values(groups);
}

/** What the rules look at in a group of spots: its moment, and every ask that one of them can show; undefined: whichever. */
export function placeOf(group: readonly Spot[]): Pick<Situation, 'moment' | 'offered'> {
  return {
    moment: group[0]?.slot.moment,
    offered: group.every(({ slot }) => slot.asks) ? group.flatMap(({ slot }) => slot.asks ?? []) : undefined,
  };
}

/** What an ask that stands on the screen already must still hold to: where it stands is settled. */
const lasting = ['ladder', 'goal', 'answered', 'dismissed', 'shown', 'showings'];

/**
 * Opens the next ask in the spot that comes first, unless one is open. Until `settled` only replies may come. Returns the
 * decision for the spots that it belongs to, and when time alone can change what is shown. `moment`: that in which spots come or go.
 */
export function fillSpots(
  spots: readonly Spot[],
  ladder: Ladder,
  history: History,
  situationOf: (group?: readonly Spot[]) => Situation,
  settled: number,
  moment?: number | undefined,
): { readonly decision: Decision; readonly wake: number | undefined } {
  for (const spot of spots) if (spot.ask && !canShow(spot, spot.ask)) spot.ask = undefined;
  /** Keeps what a server has put on the screen already, where it may stay. */
  const keep = (group: readonly Spot[]) =>
    group.some((spot) => {
      const { shows } = spot;
      const stays =
        shows &&
        canShow(spot, shows) &&
        explain(ladder, history, situationOf(group), shows).rules.every(
          ({ rule, holds }) => holds || !lasting.includes(rule),
        );
      if (stays) spot.ask = shows;
      return stays;
    });
  const groups = groupSpots(spots);
  let group = groups.find((one) => one.some(({ ask }) => ask)) ?? groups.find(keep);
  let decision: Decision | undefined;
  let wake = Infinity;
  if (!group) {
    let first = Infinity;
    for (const one of groups) {
      const situation = situationOf(one);
      if (!situation.isReply && settled > situation.now) {
        wake = Math.min(wake, settled);
        continue;
      }
      const found = decide(ladder, history, situation);
      wake = Math.min(wake, found.wake ?? wake);
      const at = rungNumber(ladder, found.next ?? found.waiting);
      if (at && at < first) {
        first = at;
        group = one;
        decision = found;
      }
      if (found.next && situation.isReply) break;
    }
    const next = decision?.next;
    const spot = next && group?.find((one) => canShow(one, next));
    if (spot) {
      wake = Infinity;
      decision = undefined;
      spot.ask = next;
      spot.moment = moment;
      if (spot.answered === next) spot.answered = undefined;
    }
  }
  for (const spot of spots) spot.shows = undefined;
  return {
    decision: decision ?? decide(ladder, history, situationOf(group ?? groups[0])),
    wake: wake < Infinity ? wake : undefined,
  };
}

/**
 * Closes what the visitor has answered or refused since `before`. `isHere`: on this page, so that its thanks stay and a reply
 * may follow; in another tab it just goes.
 */
export function closeAnswered(
  ladder: Ladder,
  spots: readonly Spot[],
  before: History,
  after: History,
  isHere: boolean,
): void {
  for (const spot of spots) {
    const rung = rungOf(ladder, spot.ask ?? '');
    if (!rung) continue;
    // A tab with an older page takes it under an earlier name.
    const was = historyOf(before, rung);
    const is = historyOf(after, rung);
    const isYes = hasYes(is) && is.committed !== was.committed;
    if (!(isYes || (is.dismissed && is.dismissed !== was.dismissed))) continue;
    spot.ask = undefined;
    // Where the visitor was last.
    for (const one of spots) one.isReplied = isHere && one === spot;
    if (isYes && isHere) spot.answered = rung.ask;
    // The visitor has come back.
    if (isHere) spot.isPassed = false;
  }
}
