/**
 * Calls back when an element was really seen: at least half of it, or half of the window for a tall one,
 * on the screen for one second without a break while the page was visible (the Media Rating Council's rule for
 * a viewable impression, Viewable Ad Impression Measurement Guidelines). A page that is being prerendered or
 * sits in a background tab is not seen. Without IntersectionObserver nothing is ever seen by itself; the first
 * interaction implies it. `onSeen` returns whether it counted; if not, it is asked again after as long. `seconds` and
 * `share`, of the element or of the window for a tall one, ask for more than that rule.
 */
export function watchSeen(element: Element, onSeen: () => boolean, seconds = 1, share = 0.5): () => void {
  if (typeof IntersectionObserver !== 'function') return () => {};
  const one: Watched = { element, onSeen, ms: seconds * 1_000, share, isShown: false, timer: undefined };
  watched.add(one);
  let observer = observers.get(share);
  // A test may have put another observer in its place since.
  if (!(observer instanceof IntersectionObserver)) {
    // Smaller again and again: however tall an ask is, one step lies between the share of a window of it and a whole one.
    const threshold = Array.from({ length: 12 }, (_, step) => (step ? share ** step : 0));
    observer = new IntersectionObserver((entries) => look(entries, share), { threshold });
    observers.set(share, observer);
  }
  // Observed anew, an element that others watch already is reported anew as well.
  observer.unobserve(element);
  observer.observe(element);
  document.addEventListener('visibilitychange', wait);
  return () => forget(one);
}

interface Watched {
  readonly element: Element;
  readonly onSeen: () => boolean;
  readonly ms: number;
  readonly share: number;
  isShown: boolean;
  timer: ReturnType<typeof setTimeout> | undefined;
}

// One observer for each share serves every ask on the page: a hundred asks cost little more than one.
const observers = new Map<number, IntersectionObserver>();
const watched = new Set<Watched>();

function look(entries: IntersectionObserverEntry[], share: number) {
  const shown = new Map<Element, boolean>();
  for (const { target, isIntersecting, intersectionRatio, intersectionRect, rootBounds } of entries) {
    const windowHeight = rootBounds?.height || innerHeight;
    shown.set(
      target,
      isIntersecting && (intersectionRatio >= share || intersectionRect.height >= windowHeight * share),
    );
  }
  for (const one of watched) if (one.share === share) one.isShown = shown.get(one.element) ?? one.isShown;
  wait();
}

/** Starts the time of each ask that is on the screen, and stops that of each which is not. */
function wait() {
  for (const one of watched)
    if (one.isShown && !document.hidden)
      one.timer ??= setTimeout(() => {
        one.timer = undefined;
        if (one.onSeen()) forget(one);
        else wait();
      }, one.ms);
    else {
      clearTimeout(one.timer);
      one.timer = undefined;
    }
}

function forget(one: Watched) {
  clearTimeout(one.timer);
  watched.delete(one);
  if (![...watched].some(({ element, share }) => element === one.element && share === one.share))
    observers.get(one.share)?.unobserve(one.element);
  if (!watched.size) document.removeEventListener('visibilitychange', wait);
}
