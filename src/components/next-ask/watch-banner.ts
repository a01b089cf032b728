import { stepAside } from './step-aside.ts';

/** Asked for with each turn to the page, it is told once. */
const watched = new WeakSet<AbortSignal>();

/**
 * What a banner needs once it is there, which is why it comes after it: Escape presses its way out, and one that lies over the
 * page steps aside. Until `leaving`.
 */
export function watchBanner(
  box: HTMLElement | null | undefined,
  isOverlay: boolean | undefined,
  leaving: AbortSignal,
): void {
  if (!box || leaving.aborted || watched.has(leaving)) return;
  watched.add(leaving);
  // At the window, so that handlers of the page come first and may veto.
  const listen = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || isForOthers(event, box)) return;
    // The last one is ours: the ask may hold a spot of its own.
    const [wayOut] = [...box.querySelectorAll<HTMLElement>('.sy-next-ask-dismiss')].slice(-1);
    if (!wayOut) return;
    event.preventDefault();
    wayOut.click();
  };
  addEventListener('keydown', listen, { signal: leaving });
  if (isOverlay) stepAside(box, leaving);
}

/**
 * Escape may be pressed elsewhere, end a word of an input method, close a list or a dialog, be meant for a field that holds
 * something, or be held since it did one of these.
 */
function isForOthers(event: KeyboardEvent, box: HTMLElement): boolean {
  // In a shadow tree the window is told of the host alone.
  const [element] = event.composedPath() as [HTMLInputElement];
  const { value, type } = element;
  return (
    event.isComposing ||
    event.repeat ||
    !box.contains(element) ||
    !!element.closest('dialog, [role="dialog"], [aria-expanded="true"]') ||
    !!(value && !/radio|checkbox|button|submit/.test(type))
  );
}
