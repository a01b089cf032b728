/**
 * Calls back once when an element was really seen: at least half of it, or half of the window for a tall one,
 * on the screen for one second without a break while the page was visible (the Media Rating Council's rule for
 * a viewable impression, Viewable Ad Impression Measurement Guidelines). A page that is being prerendered or
 * sits in a background tab is not seen. Without IntersectionObserver nothing is ever seen by itself; the first
 * interaction implies it.
 */
export function watchSeen(element: Element, onSeen: () => void): () => void {
  if (typeof IntersectionObserver !== 'function') return () => {};
  watched.set(element, { onSeen, isShown: false, timer: undefined });
  observer ??= new IntersectionObserver(look, { threshold });
  observer.observe(element);
  document.addEventListener('visibilitychange', wait);
  return () => forget(element);
}

interface Watched {
  readonly onSeen: () => void;
  isShown: boolean;
  timer: ReturnType<typeof setTimeout> | undefined;
}

const second = 1_000;
// Halved again and again: however tall an ask is, one step lies between half a window of it and a whole one.
const threshold = [0, 1 / 64, 1 / 32, 1 / 16, 1 / 8, 1 / 4, 1 / 2];

// One observer serves every ask on the page: a hundred asks cost little more than one.
let observer: IntersectionObserver | undefined;
const watched = new Map<Element, Watched>();

function look(entries: IntersectionObserverEntry[]) {
  for (const { target, isIntersecting, intersectionRatio, intersectionRect, rootBounds } of entries) {
    const one = watched.get(target);
    const windowHeight = rootBounds?.height || innerHeight;
    if (one)
      one.isShown =
        isIntersecting && (intersectionRatio >= 0.5 || intersectionRect.height >= windowHeight / 2);
  }
  wait();
}

/** Starts the second of each ask that is on the screen, and stops that of each which is not. */
function wait() {
  for (const [element, one] of watched)
    if (one.isShown && !document.hidden)
      one.timer ??= setTimeout(() => {
        forget(element);
        one.onSeen();
      }, second);
    else {
      clearTimeout(one.timer);
      one.timer = undefined;
    }
}

function forget(element: Element) {
  clearTimeout(watched.get(element)?.timer);
  watched.delete(element);
  observer?.unobserve(element);
  if (!watched.size) document.removeEventListener('visibilitychange', wait);
}
