import { countWords } from './reading-progress-state.ts';

/** What of a text stands on the screen. */
interface TextView {
  /** Where on its way through the text the screen begins and ends, 0 to 1. */
  readonly from: number;
  readonly to: number;
  /** How far down the window is on its way through, 0 to 1; undefined when the text fits in. */
  readonly place: number | undefined;
}

/** How often a text is looked at, in milliseconds. */
const often = 250;

/**
 * Watches a text pass through the window. `onMove` hears of each frame in which something scrolls; `onLook` four times a
 * second, while some of the text is on the screen and the page is visible, for how many seconds that was so and how many
 * words the text has.
 */
export function watchText(
  text: Element,
  signal: AbortSignal,
  onMove: (view: TextView) => void,
  onLook: (view: TextView, seconds: number, words: number) => void,
): void {
  let timer: ReturnType<typeof setInterval> | undefined;
  let frame = 0;
  let last = 0;
  let length: number | undefined;
  let words = 0;

  const look = () => {
    const now = performance.now();
    // A page that was hidden or stood still was not read meanwhile.
    const seconds = Math.min(2 * often, now - last) / 1_000;
    last = now;
    const view = viewOf(text);
    onMove(view);
    if (document.hidden) return;
    const { scrollHeight } = text;
    if (length !== scrollHeight) {
      length = scrollHeight;
      words = countWords(text) - countWords(belowOf(text));
    }
    onLook(view, seconds, words);
  };
  const move = () => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      onMove(viewOf(text));
    });
  };
  const observer = new IntersectionObserver((entries) => {
    clearInterval(timer);
    last = performance.now();
    if (entries.at(-1)?.isIntersecting) timer = setInterval(look, often);
    move();
  });
  observer.observe(text);
  // Captured, because what scrolls may be a part of the page.
  addEventListener('scroll', move, { capture: true, passive: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearInterval(timer);
    cancelAnimationFrame(frame);
    removeEventListener('scroll', move, true);
  });
}

/** What comes below a text once it was read, inside of the same element, and is no part of it. */
function belowOf(text: Element): Element | null {
  return text.querySelector(':scope > .sy-reading-progress-next');
}

function viewOf(text: Element): TextView {
  const box = text.getBoundingClientRect();
  const end = belowOf(text)?.getBoundingClientRect().top ?? box.bottom;
  const height = end - box.top;
  let top = 0;
  let bottom = innerHeight;
  // Less than the whole window inside something that scrolls by itself.
  for (let one = parentOf(text); one && one !== document.body; one = parentOf(one))
    if (getComputedStyle(one).overflowY !== 'visible') {
      const { top: above, bottom: below } = one.getBoundingClientRect();
      top = Math.max(top, above);
      bottom = Math.min(bottom, below);
    }
  // What is folded away has no height, and nothing of it is seen.
  const shareAt = (y: number, way: number) => Math.min(1, Math.max(0, (y - box.top) / way)) || 0;
  // A zoomed window ends its way a fraction of a pixel early.
  const way = height - (bottom - top) - 1;
  return {
    from: shareAt(top, height),
    to: shareAt(bottom, height),
    place: way > 0 ? shareAt(top, way) : undefined,
  };
}

/** Out of a shadow tree as well: what scrolls may stand around it. */
function parentOf(one: Element): Element | null {
  return one.assignedSlot ?? one.parentElement ?? (one.getRootNode() as Partial<ShadowRoot>).host ?? null;
}
