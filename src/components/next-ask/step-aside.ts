import { focusIn } from '../../internal/focus-in.ts';
import { focused } from '../../internal/focused.ts';

/**
 * Keeps a box that lies over the page off whatever has the focus (WCAG 2.2, 2.4.11 Focus Not Obscured), until `leaving`.
 * Browsers scroll what gets the focus clear of it; where they cannot, such as at the very end of the page, the box hides for
 * as long.
 */
export function stepAside(box: HTMLElement, leaving: AbortSignal): void {
  const { style } = document.documentElement;
  const before = style.scrollPaddingBlockEnd;
  let frame = 0;
  const look = () => {
    frame = 0;
    const area = box.getBoundingClientRect();
    // In a low window it stands in its place, and covers nothing.
    const isOver = /fixed|sticky/.test(getComputedStyle(box).position);
    style.scrollPaddingBlockEnd = isOver ? `${Math.max(0, Math.round(innerHeight - area.top))}px` : before;
    box.toggleAttribute('data-aside', isOver && isCovered(focused(), box, area));
  };
  // After the browser has scrolled, which it does later than it tells of the focus.
  const plan = () => {
    frame ||= requestAnimationFrame(look);
  };
  // DOMs for tests have none.
  const resizing = globalThis.ResizeObserver && new ResizeObserver(plan);
  resizing?.observe(box);
  // Where the focus goes within a shadow tree, the window does not hear of.
  for (const place of [window, box.getRootNode()])
    for (const type of ['focusin', 'focusout', 'scroll', 'resize'])
      place.addEventListener(type, plan, { capture: true, passive: true, signal: leaving });
  look();
  leaving.addEventListener('abort', () => {
    cancelAnimationFrame(frame);
    resizing?.disconnect();
    style.scrollPaddingBlockEnd = before;
    box.removeAttribute('data-aside');
  });
}

/** Any bit of it; of a large part of the page that has the focus, such as `main`, half. */
function isCovered(element: Element | null, box: HTMLElement, area: DOMRect): boolean {
  if (!element || element === document.body || focusIn(box)) return false;
  const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
  const covered =
    Math.max(0, Math.min(right, area.right) - Math.max(left, area.left)) *
    Math.max(0, Math.min(bottom, area.bottom) - Math.max(top, area.top));
  return covered > (height < innerHeight / 2 ? 0 : (width * height) / 2);
}
