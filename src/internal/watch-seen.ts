/**
 * Calls back once when an element was really seen: at least half of it, or half of the window for a tall one,
 * on the screen for one second without a break while the page was visible (the Media Rating Council's rule for
 * a viewable impression, Viewable Ad Impression Measurement Guidelines). A page that is being prerendered or
 * sits in a background tab is not seen. Without IntersectionObserver nothing is ever seen by itself; the first
 * interaction implies it.
 */
export function watchSeen(element: Element, onSeen: () => void): () => void {
  if (typeof IntersectionObserver !== 'function') return () => {};
  watched.set(element, { onSeen, timer: undefined });
  observer ??= new IntersectionObserver(look, { threshold: [0, 0.25, 0.5, 0.75, 1] });
  observer.observe(element);
  return () => {
    clearTimeout(watched.get(element)?.timer);
    watched.delete(element);
    observer?.unobserve(element);
  };
}

interface Watched {
  readonly onSeen: () => void;
  timer: ReturnType<typeof setTimeout> | undefined;
}

const second = 1_000;

// One observer serves every ask on the page: a hundred asks cost little more than one.
let observer: IntersectionObserver | undefined;
const watched = new Map<Element, Watched>();

function look(entries: IntersectionObserverEntry[]) {
  for (const { target, intersectionRatio, intersectionRect, rootBounds } of entries) {
    const one = watched.get(target);
    if (!one) continue;
    clearTimeout(one.timer);
    const windowHeight = rootBounds?.height ?? innerHeight;
    if (intersectionRatio >= 0.5 || intersectionRect.height >= windowHeight / 2) wait(target, one);
  }
}

function wait(element: Element, one: Watched) {
  one.timer = setTimeout(() => {
    if (document.visibilityState === 'visible') {
      watched.delete(element);
      observer?.unobserve(element);
      one.onSeen();
    } else
      document.addEventListener(
        'visibilitychange',
        () => watched.get(element) === one && wait(element, one),
        {
          once: true,
        },
      );
  }, second);
}
