import { asksOf } from '../ladder/asks-of.ts';
import { patience } from '../ladder/decide.ts';
import type { Guide } from '../ladder/ladder.ts';

/** What this page view has had so far; it outlasts the components that look at it. */
interface PageView {
  view: number;
  /** Milliseconds that it was visible, up to `since`. */
  visible: number;
  /** Since when it is visible without a break; undefined while it is hidden. */
  since: number | undefined;
  /** Whole seconds of them that the guide was told of. */
  told: number;
  /** Hundredths of the page that were scrolled past. */
  scrolled: number;
}

const views = new WeakMap<Guide, PageView>();
// Longer ones fire at once: https://html.spec.whatwg.org/multipage/timers-and-user-prompts.html#timers
const longestTimer = 2 ** 31 - 1;

/**
 * Tells a guide what the browser sees: path, device, scrolling, visible seconds, the time at which something may change. One
 * timer runs at a time, and none where the ladder waits for nothing.
 */
export function watchPage(guide: Guide): () => void {
  const all = asksOf(guide.ladder);
  const scrolls = all.some(({ when }) => when.scroll !== undefined);
  /** Seconds at which an ask can be due, a page that does not scroll has stood for long enough, and nobody waits any more. */
  const waits = all.flatMap(({ when: { seconds, scroll } }) =>
    (seconds ?? scroll) === undefined ? [] : [Math.ceil(seconds || 1), patience],
  );
  const narrow = globalThis.matchMedia?.('(max-width: 767.98px)');
  const page = views.get(guide) ?? { view: -1, visible: 0, since: undefined, told: 0, scrolled: -1 };
  views.set(guide, page);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;

  const count = () => {
    const { view } = guide.state();
    const time = performance.now();
    if (view !== page.view) Object.assign(page, { view, visible: 0, told: 0, scrolled: -1 });
    else if (page.since !== undefined) page.visible += time - page.since;
    page.since = document.hidden ? undefined : time;
  };
  const scrollShare = () => {
    const { scrollTop, scrollHeight, clientHeight } = document.scrollingElement ?? document.documentElement;
    const way = scrollHeight - clientHeight;
    // What fits into the window is scrolled past, but a page that is still coming up is short for a moment. A window that
    // is zoomed ends its way a fraction of a pixel early.
    return way > 1 ? Math.min(1, (scrollTop + 1) / way) : page.visible < 1_000 ? 0 : 1;
  };
  const look = () => {
    count();
    page.told = Math.floor(page.visible / 1_000);
    guide.sense({
      path: location.pathname,
      device: narrow && (narrow.matches ? 'phone' : 'desktop'),
      seconds: page.told,
      // Not at once: to measure means to lay the page out.
      ...(scrolls && page.visible && { scroll: scrollShare() }),
    });
    arm();
  };
  const arm = () => {
    count();
    clearTimeout(timer);
    const times: number[] = [];
    if (guide.wake !== undefined) times.push(guide.wake - guide.now());
    if (!document.hidden)
      for (const needed of waits) if (needed > page.told) times.push(needed * 1_000 - page.visible);
    if (times.length) timer = setTimeout(look, Math.min(Math.max(Math.min(...times), 0), longestTimer));
  };
  const scroll = () => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      count();
      const scrolled = Math.floor(scrollShare() * 100);
      if (scrolled <= page.scrolled) return;
      page.scrolled = scrolled;
      look();
    });
  };
  const comeBack = ({ persisted }: PageTransitionEvent) => {
    if (!persisted) return;
    guide.reload();
    look();
  };

  const stop = guide.subscribe(arm);
  look();
  const listen = (act: 'addEventListener' | 'removeEventListener') => {
    document[act]('visibilitychange', look);
    window[act]('pageshow', comeBack as (event: Event) => void);
    narrow?.[act]('change', look);
    if (!scrolls) return;
    window[act]('scroll', scroll, { passive: true });
    window[act]('resize', scroll);
  };
  listen('addEventListener');
  return () => {
    stop();
    count();
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    listen('removeEventListener');
  };
}
