import { decide, explain } from '../ladder/decide.ts';
import { firstSituation } from '../ladder/first-decision.ts';
import type { Slot } from '../ladder/guide.ts';
import type { History } from '../ladder/history.ts';
import type { Ladder, Remembered } from '../ladder/ladder.ts';
import type { Decision, Explanation } from '../ladder/situation.ts';
import type { Hub } from '../provider/hub.ts';

/** What one spot shows, as text: texts are compared by what they say, so that nothing renders twice. */
export function printShowing(ask: string | undefined, answered: string | undefined, isDone: boolean): string {
  return JSON.stringify([ask, answered, isDone]);
}

const spotsOf = new WeakMap<Hub['site'], Map<string, { text: string; ask: string | undefined }>>();

/**
 * What a spot shows in the first paint, by what the server remembers; nothing where it has not said anything, because the
 * visitor may have answered already. Of several spots the one that renders first has the ask, and a spot that renders again
 * gets the same.
 */
export function firstShowing(
  site: Hub['site'],
  ladder: Ladder | undefined,
  remembered: Remembered | undefined,
  { key, asks, moment }: Slot,
): string {
  const spots = spotsOf.get(site) ?? new Map<string, { text: string; ask: string | undefined }>();
  spotsOf.set(site, spots);
  let spot = spots.get(key);
  if (!spot) {
    let ask: string | undefined;
    let isDone = false;
    if (ladder && remembered) {
      const { history, situation } = firstSituation(ladder, remembered);
      // Not by its own asks: what other spots can show is not known yet, and a smaller ask of theirs goes first.
      const decision = decide(ladder, history, { ...situation, moment });
      isDone = decision.isDone;
      // Parts of a page are taken over in another order than a server renders them: its markup tells whose ask it is.
      const painted = paintedSpots();
      const isFree = ![...spots.values()].some((one) => one.ask);
      const canShow = decision.next && (asks?.includes(decision.next) ?? true);
      if (canShow && isFree && (!painted.length || painted.some(([one]) => one === key))) ask = decision.next;
    }
    spot = { text: printShowing(ask, undefined, isDone), ask };
    spots.set(key, spot);
  }
  return spot.text;
}

/** Key and ask of each spot whose element says so; on a server none. */
export function paintedSpots(): string[][] {
  const elements = globalThis.document?.querySelectorAll<HTMLElement>('[data-sy-spot]') ?? [];
  // An ask may have spaces in it, a key has none.
  return Array.from(elements, ({ dataset }) => `${dataset['sySpot']}`.split(/ (.*)/s));
}

/** The ask that a spot has shown since the first paint. */
export function shownFirst(site: Hub['site'], key: string): string | undefined {
  return spotsOf.get(site)?.get(key)?.ask;
}

/** Where a visitor stands, by what is known of them. */
export interface Standing {
  readonly decision: Decision;
  readonly history: History;
  explain(ask: string): Explanation;
}

const standings = new WeakMap<Remembered, WeakMap<Ladder, Standing>>();

/** Where the visitor stands in the first paint: the same object for the same memory. */
export function firstStanding(ladder: Ladder, remembered: Remembered): Standing {
  const known = standings.get(remembered) ?? new WeakMap<Ladder, Standing>();
  standings.set(remembered, known);
  let standing = known.get(ladder);
  if (!standing) {
    const { history, situation } = firstSituation(ladder, remembered);
    standing = {
      decision: decide(ladder, history, situation),
      history,
      explain: (ask) => explain(ladder, history, situation, ask),
    };
    known.set(ladder, standing);
  }
  return standing;
}
