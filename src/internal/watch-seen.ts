/**
 * Calls back when an element was really seen: at least half of it, or half of the window for a tall one,
 * on the screen for one second without a break while the page was visible (the Media Rating Council's rule for
 * a viewable impression, Viewable Ad Impression Measurement Guidelines). A page that is being prerendered or
 * sits in a background tab is not seen. Without IntersectionObserver nothing is ever seen by itself; the first
 * interaction implies it. `onSeen` returns whether it counted; if not, it is asked again each second.
 */
export function watchSeen(element: Element, onSeen: () => boolean): () => void {
  if (typeof IntersectionObserver !== 'function') return () => {};
  const one: Watched = { element, onSeen, isShown: false, timer: undefined };
  watched.add(one);
  // A test may have put another observer in its place since.
  if (!(observer instanceof IntersectionObserver)) observer = new IntersectionObserver(look, { threshold });
  // Observed anew, an element that others watch already is reported anew as well.
  observer.unobserve(element);
  observer.observe(element);
  document.addEventListener('visibilitychange', wait);
  return () => forget(one);
}

interface Watched {
  readonly element: Element;
  readonly onSeen: () => boolean;
  isShown: boolean;
  timer: ReturnType<typeof setTimeout> | undefined;
}

const second = 1_000;
// Halved again and again: however tall an ask is, one step lies between half a window of it and a whole one.
const threshold = [0, 1 / 64, 1 / 32, 1 / 16, 1 / 8, 1 / 4, 1 / 2];

// One observer serves every ask on the page: a hundred asks cost little more than one.
let observer: IntersectionObserver | undefined;
const watched = new Set<Watched>();

function look(entries: IntersectionObserverEntry[]) {
  for (const { target, isIntersecting, intersectionRatio, intersectionRect, rootBounds } of entries) {
    const windowHeight = rootBounds?.height || innerHeight;
    const isShown =
      isIntersecting && (intersectionRatio >= 0.5 || intersectionRect.height >= windowHeight / 2);
    for (const one of watched) if (one.element === target) one.isShown = isShown;
  }
  wait();
}

/** Starts the second of each ask that is on the screen, and stops that of each which is not. */
function wait() {
  for (const one of watched)
    if (one.isShown && !document.hidden)
      one.timer ??= setTimeout(() => {
        one.timer = undefined;
        if (one.onSeen()) forget(one);
        else wait();
      }, second);
    else {
      clearTimeout(one.timer);
      one.timer = undefined;
    }
}

function forget(one: Watched) {
  clearTimeout(one.timer);
  watched.delete(one);
  if (![...watched].some(({ element }) => element === one.element)) observer?.unobserve(one.element);
  if (!watched.size) document.removeEventListener('visibilitychange', wait);
}
