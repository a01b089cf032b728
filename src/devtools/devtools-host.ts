import type { Guide } from '../ladder/ladder.ts';
import type { Hub } from '../provider/hub.ts';
import type { DevtoolsPosition } from './commitment-devtools.tsx';
import { hostStyles } from './devtools-host-styles.ts';
import type { EventLog } from './event-log.ts';
import type { PanelRoot } from './panel-root.tsx';

/** What the panel looks into. */
export interface DevtoolsSource {
  readonly hub: Hub;
  readonly log: EventLog;
  /** No provider stands above. */
  readonly isBare: boolean;
  /** Undefined: the provider has no ladder. */
  readonly guide: Guide | undefined;
}

/** Button and panel at the window's corner. */
export interface DevtoolsHost {
  show(source: DevtoolsSource, position: DevtoolsPosition): void;
  isOpen(): boolean;
  remove(): void;
}

/**
 * What the page would take for its own: a shortcut, a click outside its menu, a field that gets the focus, a text that is pasted,
 * and the scrolling that a dialog stops around itself.
 */
const kept = [
  ...['click', 'auxclick', 'dblclick', 'contextmenu', 'mousedown', 'mouseup', 'pointerdown', 'pointerup'],
  ...['touchstart', 'touchmove', 'touchend', 'wheel', 'keydown', 'keyup', 'keypress', 'beforeinput', 'input'],
  ...['change', 'copy', 'cut', 'paste', 'focusin', 'focusout'],
];

/**
 * Makes it. All of it stands in a shadow root at the end of the body, so that neither side's styles reach the other, and
 * has a React root of its own: what fails in the panel fails alone, and its events do not bubble through the page's
 * components. The panel's code comes when it is opened first.
 */
export function createDevtoolsHost(defaultOpen: boolean): DevtoolsHost {
  const host = document.createElement('div');
  host.dataset['syDevtools'] = '';
  // A dialog of the kit makes the page around it inert.
  host.dataset['syReachable'] = '';
  const shadow = host.attachShadow({ mode: 'open' });
  adoptStyles(shadow, hostStyles);
  const frame = document.createElement('aside');
  frame.setAttribute('aria-label', 'smallyes devtools');
  // Its words are English, whatever the page's are. Its corner follows the page's direction.
  frame.lang = 'en';
  frame.className = 'frame';
  const button = createButton();
  const place = document.createElement('div');
  place.className = 'place';
  frame.append(button, place);
  shadow.append(frame);

  let source: DevtoolsSource | undefined;
  let panel: PanelRoot | undefined;
  let isOpen = false;
  let isGone = false;

  const draw = () => {
    if (source) panel?.render({ ...source, host, isOpen, onClose: close });
  };
  const open = () => {
    isOpen = true;
    button.ariaExpanded = 'true';
    place.hidden = false;
    if (panel) return draw();
    import('./panel-root.tsx').then(
      ({ createPanelRoot }) => {
        if (isGone) return;
        panel ??= createPanelRoot(place, (css) => adoptStyles(shadow, css));
        draw();
      },
      (error) => {
        place.textContent = `The panel did not load: ${String(error)}. Reload the page.`;
      },
    );
  };
  const close = () => {
    const hadFocus = place.contains(shadow.activeElement);
    isOpen = false;
    button.ariaExpanded = 'false';
    draw();
    place.hidden = true;
    if (hadFocus) button.focus();
  };

  button.addEventListener('click', () => (isOpen ? close() : open()));
  frame.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && isOpen && !event.defaultPrevented) close();
  });
  for (const type of kept) host.addEventListener(type, (event) => event.stopPropagation());
  document.body.append(host);
  if (defaultOpen) open();

  return {
    show(next, position) {
      source = next;
      host.dataset['position'] = position;
      draw();
    },
    isOpen: () => isOpen,
    remove() {
      isGone = true;
      host.remove();
      // React must not unmount one root while it works on another, as it does when an effect is cleaned up.
      queueMicrotask(() => panel?.unmount());
    },
  };
}

function createButton(): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'toggle';
  button.ariaLabel = 'smallyes devtools';
  button.ariaExpanded = 'false';
  // Made node by node: a page with Trusted Types refuses markup.
  const svg = 'http://www.w3.org/2000/svg';
  const icon = document.createElementNS(svg, 'svg');
  icon.setAttribute('viewBox', '0 0 20 20');
  icon.setAttribute('aria-hidden', 'true');
  for (const d of ['M3 11l3.5 3.5L12 8', 'M9.5 13.5l1 1L17 7']) {
    const line = document.createElementNS(svg, 'path');
    line.setAttribute('d', d);
    icon.append(line);
  }
  button.append(icon);
  return button;
}

/** A Content-Security-Policy stops style elements, but not sheets that a script constructs (WICG/construct-stylesheets#98). */
function adoptStyles(shadow: ShadowRoot, css: string) {
  // jsdom has none, and draws nothing.
  if (!('adoptedStyleSheets' in shadow)) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, sheet];
}
