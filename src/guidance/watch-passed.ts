import type { Guide } from '../ladder/ladder.ts';
import type { Hub } from '../provider/hub.ts';

/** How long a visitor must be away from a spot. Shorter ways are a look around. */
const away = 5_000;

const watched = new WeakMap<Guide, Set<readonly [spot: string, element: Element]>>();

/**
 * Tells a guide when the visitor has left an open ask behind: it was seen, nothing was done to it, and its spot was a whole window
 * or more away for five seconds, while the page was visible. An ask that was begun with keeps its place.
 * Returns how to stop.
 *
 * All spots on that side of the window count as left behind with it, so that what opens next stands at least a window away, and
 * no window shows both.
 */
export function watchPassed(
  guide: Guide,
  { asks }: Hub['site'],
  key: string,
  element: Element | null,
): (() => void) | undefined {
  if (!element || typeof IntersectionObserver !== 'function') return undefined;
  const spots = watched.get(guide) ?? new Set();
  watched.set(guide, spots);
  // One for each watch: of two on one spot, the first may end after the second has begun.
  const mine = [key, element] as const;
  spots.add(mine);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(look, away);
  };
  const look = () => {
    if (document.hidden) return wait();
    const { showings } = guide.state();
    const { ask, isPassed } = showings.get(key) ?? {};
    const known = [...asks.values()].filter((one) => one.ask.id === ask && one.attempt);
    const isOnlySeen = known.every(({ attempt }) => [...(attempt?.passed ?? [])].join() === 'seen');
    const side = sideOf(element);
    if (!known.length || !isOnlySeen || isPassed || side === 'here') return;
    const left = [...spots].filter(([, one]) => sideOf(one) === side).map(([name]) => name);
    // With no spot left for another ask, it stays the open one.
    if ([...showings].some(([name, one]) => !one.isPassed && !left.includes(name))) guide.pass(left);
  };
  const observer = new IntersectionObserver(
    (entries) => {
      if (entries.at(-1)?.isIntersecting) clearTimeout(timer);
      else wait();
    },
    // The document, because within a frame the margin of the window would not count.
    { root: document, rootMargin: '100% 0px' },
  );
  observer.observe(element);
  return () => {
    clearTimeout(timer);
    observer.disconnect();
    spots.delete(mine);
  };
}

function sideOf(element: Element): 'above' | 'here' | 'below' {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom <= 0 ? 'above' : top >= innerHeight ? 'below' : 'here';
}
