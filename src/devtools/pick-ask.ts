import { askOfElement } from '../provider/ask.ts';

/** What one hears while an ask is picked. */
interface Picking {
  /** Where the ask under the pointer stands; undefined: there is none. */
  readonly onOver: (box: DOMRect | undefined) => void;
  /** The ask that was clicked; undefined: given up. */
  readonly onPick: (ask: string | undefined) => void;
}

/** Whatever a press makes: the page must not take it for an answer. */
const presses = [
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'touchstart',
  'touchend',
  'click',
] as const;

/** Waits for a click on an ask, and keeps it from the page. What happens in `host` passes. Returns how to give up. */
export function pickAsk(host: HTMLElement, { onOver, onPick }: Picking): () => void {
  const over = (event: Event) => {
    onOver(event.target === host ? undefined : askAt(event)?.element.getBoundingClientRect());
  };
  const press = (event: Event) => {
    if (event.target === host) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const found = event.type === 'click' && askAt(event);
    if (found) onPick(found.ask);
  };
  const key = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    onPick(undefined);
  };
  // First of all listeners, and able to prevent what a touch would do.
  const early = { capture: true, passive: false };
  window.addEventListener('pointerover', over, early);
  window.addEventListener('keydown', key, early);
  for (const type of presses) window.addEventListener(type, press, early);
  return () => {
    window.removeEventListener('pointerover', over, early);
    window.removeEventListener('keydown', key, early);
    for (const type of presses) window.removeEventListener(type, press, early);
  };
}

/** The nearest ask around what an event has met, out of shadow trees too. */
function askAt(event: Event): { ask: string; element: Element } | undefined {
  for (const element of event.composedPath()) {
    if (!(element instanceof Element)) continue;
    // Some parts of an ask, such as a dialog's window, are no element that is seen; their form says whose they are.
    const ask =
      askOfElement.get(element)?.() ??
      (element.matches('[data-sy-ask]')
        ? element.querySelector<HTMLInputElement>('input[type=hidden][name=sy-ask]')?.value
        : undefined);
    if (ask) return { ask, element };
  }
  return undefined;
}
