import { followClock } from '../../internal/follow-clock.ts';
import { type CallQuery, offerOf } from './call-offer.ts';

/**
 * Tells what the clock says, and how many milliseconds have passed since `first`. Where all times of a server's list are over by
 * then, it is asked for another: once for each list, and only when the clock is looked at, as the next list may be over already.
 * Returns how to stop.
 */
export function followTime(
  first: number,
  latest: { readonly current: { readonly query: CallQuery; ask(isOver: boolean): void } },
  look: (time: { readonly clock: number; readonly passed: number }) => void,
): () => void {
  let left: CallQuery['slots'];
  return followClock(() => {
    const clock = Date.now();
    const time = { clock, passed: clock - first };
    look(time);
    // Asked for once the visitor looks, or a page left open would ask a server once a minute that has none.
    if (document.hidden) return;
    const { query, ask } = latest.current;
    const { slots } = query;
    // Those that somebody else has stay to be seen, and are no reason to wait.
    if (!slots?.length || slots === left || offerOf({ ...query, ...time, taken: [] })?.length) return;
    left = slots;
    ask(true);
  });
}
