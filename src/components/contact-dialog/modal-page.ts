import { focused } from '../../internal/focused.ts';

/** Elements that stay in reach while a dialog is open: what the page marks, and what speaks. */
const reachable =
  '[data-sy-reachable], [aria-live], [role="status"], [role="alert"], [role="log"], script, style, link';

// How many dialogs hold an element: one may open in another.
const holds = new Map<HTMLElement, number>();
let locks = 0;

/**
 * Makes the page behind a dialog inert, and keeps it from scrolling; returns how to undo that. In place of a focus trap,
 * a block on pointers and `aria-hidden`, which also hit what others put on the page for the dialog's sake: a captcha's
 * puzzle, the list of an address search, a bank's window (radix-ui/primitives#2122, #1859). What comes after the
 * opening stays free; so does what nobody sees at that moment, because it can only come up for the dialog; and so does
 * what has `data-sy-reachable`. No style element is needed, so no Content-Security-Policy is in the way.
 */
export function sealPage(layer: HTMLElement): () => void {
  const held: HTMLElement[] = [];
  const seal = (element: HTMLElement) => {
    if (element.matches(reachable)) return;
    if (element.querySelector('[data-sy-reachable]')) return eachChild(element, seal);
    if (!holds.has(element) && (element.inert || !isSeen(element))) return;
    holds.set(element, (holds.get(element) ?? 0) + 1);
    held.push(element);
  };
  let inner: Element = layer;
  for (let outer = inner.parentNode; outer && inner !== document.body; outer = inner.parentNode) {
    eachChild(outer, (sibling) => sibling !== inner && seal(sibling));
    inner = outer instanceof ShadowRoot ? outer.host : (outer as Element);
  }
  // Once all have been looked at: in between, each look would work out the page's styles anew.
  for (const element of held) element.inert = true;

  const { style, clientWidth } = document.documentElement;
  const { overflow, scrollbarGutter } = style;
  if (!locks++) {
    // The room of the scroll bar stays, or the page would jump aside.
    if (innerWidth > clientWidth) style.scrollbarGutter = 'stable';
    style.overflow = 'hidden';
  }
  return () => {
    for (const element of held) {
      const count = (holds.get(element) ?? 1) - 1;
      if (count) holds.set(element, count);
      else {
        holds.delete(element);
        element.inert = false;
      }
    }
    if (!--locks) Object.assign(style, { overflow, scrollbarGutter });
  };
}

// The dialog on top hears the keys.
const layers: HTMLElement[] = [];

/**
 * Hears Escape for a dialog, before anything of the page around it can: a dialog of another library below would close as
 * well. Returns how to stop.
 */
export function holdKeys(layer: HTMLElement, onEscape: (event: Event) => void): () => void {
  const listen = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || layers.at(-1) !== layer || isForOthers(event, layer)) return;
    event.preventDefault();
    event.stopPropagation();
    // A key that is held has closed a list in it, or a dialog above it.
    if (!event.repeat) onEscape(event);
  };
  // Such a dialog also takes wheel and finger away from everything but itself.
  const stop = (event: Event) => event.stopPropagation();
  layers.push(layer);
  addEventListener('keydown', listen, true);
  for (const type of ['wheel', 'touchmove']) layer.addEventListener(type, stop, { passive: true });
  return () => {
    layers.splice(layers.indexOf(layer), 1);
    removeEventListener('keydown', listen, true);
    for (const type of ['wheel', 'touchmove']) layer.removeEventListener(type, stop);
  };
}

/** Escape may end an input method's word, or close a list: then it does not close the dialog. */
function isForOthers(event: KeyboardEvent, layer: HTMLElement): boolean {
  const element = event.composedPath()[0] as Element;
  return (
    event.isComposing ||
    !!element.closest?.('[aria-expanded="true"]') ||
    !(layer.contains(element) || isNowhere())
  );
}

export function isNowhere(): boolean {
  return !document.activeElement || document.activeElement === document.body;
}

/**
 * Lets the dialog cover just what a phone's keyboard leaves free (radix-ui/primitives#2323). Under the fingers of
 * somebody who magnifies the page it keeps still.
 */
export function followViewport(layer: HTMLElement): () => void {
  const view = window.visualViewport;
  if (!view) return () => {};
  const follow = () => {
    const { scale, height, offsetTop } = view;
    if (scale > 1.05) return;
    layer.style.setProperty('--sy-_view-size', `${Math.round(height)}px`);
    layer.style.setProperty('--sy-_view-start', `${Math.round(offsetTop)}px`);
    const now = focused();
    if (layer.contains(now)) now?.scrollIntoView?.({ block: 'nearest' });
  };
  // A dialog that opens at rest needs no measuring; one that opens over a keyboard does.
  if (view.height < innerHeight - 1) follow();
  view.addEventListener('resize', follow);
  view.addEventListener('scroll', follow);
  return () => {
    view.removeEventListener('resize', follow);
    view.removeEventListener('scroll', follow);
  };
}

const worn = [
  'accent',
  'success',
  'warning',
  'danger',
  'surface',
  'sunken',
  'border',
  'control-border',
  'text',
  'muted',
  'font',
  'radius',
  'radius-control',
] as const;

/** Dresses the dialog as the place it was opened from: theme, direction, language, brand. */
export function wearLook(layer: HTMLElement, place: Element): void {
  const around = (name: string) => place.closest(`[${name}]`)?.getAttribute(name);
  for (const name of ['data-sy-theme', 'dir', 'lang']) {
    const value = around(name);
    if (value) layer.setAttribute(name, value);
  }
  const look = getComputedStyle(place);
  const page = getComputedStyle(document.body);
  const { colorScheme } = look;
  if (/^(light|dark)$/.test(colorScheme) && colorScheme !== page.colorScheme)
    layer.dataset['syTheme'] = colorScheme;
  for (const name of worn) {
    const token = `--sy-${name}`;
    const value = look.getPropertyValue(token);
    if (value !== page.getPropertyValue(token)) layer.style.setProperty(token, value);
  }
}

function eachChild(element: ParentNode, act: (child: HTMLElement) => unknown): void {
  for (const child of [...element.children]) if (child instanceof HTMLElement) act(child);
}

function isSeen(element: HTMLElement): boolean {
  return element.checkVisibility?.({ opacityProperty: true, visibilityProperty: true }) ?? true;
}
