/** An ask that a server wrote and whose code is not there yet. */
interface Watched {
  /** Brings the code. Rejects when it cannot be had now. */
  readonly wake: () => Promise<void>;
  /** What was pressed meanwhile, in order, and how it is pressed again. */
  readonly held: Map<Pressable, (element: Pressable) => void>;
  /** A press is being handed to the browser. */
  isPassing?: boolean;
  timer?: ReturnType<typeof setTimeout> | undefined;
}

type Pressable = HTMLInputElement | HTMLFormElement;

/** How long a press waits before links and forms do what they do without our code. Milliseconds. */
const patience = 3_000;
/** What a press means something for. What is typed into needs nobody. */
const pressable = 'a[href],button,[type=radio],[type=checkbox],[type=submit],[type=image]';

const watched = new Map<Element, Watched>();
let observer: IntersectionObserver | undefined;
let isByArrow = false;

/**
 * Calls `wake` when a visitor gets near `root`, or the hash of the address is `name`, and holds back what is pressed in it meanwhile. Ends
 * with the function that it gives back, which presses what was held, or what it became by `twinOf`.
 */
export function watchOver(
  root: Element,
  name: string | undefined,
  wake: () => Promise<void>,
): (twinOf?: (element: Element) => Element | undefined) => void {
  const one: Watched = { wake, held: new Map() };
  const lookAtHash = () => {
    if (name && location.hash === `#${name}`) rouse(one);
  };
  // Its own box is empty: that of its children counts.
  const boxes = [...root.children];
  if (!watched.size) listen(addEventListener);
  watched.set(root, one);
  addEventListener('hashchange', lookAtHash);
  lookAtHash();
  if (!self.IntersectionObserver || root.contains(document.activeElement)) rouse(one);
  else {
    observer ??= new IntersectionObserver(look, { rootMargin: '50% 0px' });
    for (const box of boxes) observer.observe(box);
  }
  return (twinOf) => {
    clearTimeout(one.timer);
    for (const box of boxes) observer?.unobserve(box);
    removeEventListener('hashchange', lookAtHash);
    watched.delete(root);
    if (!watched.size) listen(removeEventListener);
    for (const [element, again] of one.held) {
      const twin = element.isConnected ? element : (twinOf?.(element) as Pressable | undefined);
      if (twin) again(twin);
    }
    one.held.clear();
  };
}

/** On the window: React stops what falls on markup that it has not taken over, and its root may be the document. */
function listen(turn: typeof addEventListener) {
  for (const type of ['pointerover', 'pointerdown', 'focusin', 'keydown', 'click', 'submit'])
    turn(type, feel, true);
}

function look(entries: IntersectionObserverEntry[]) {
  for (const { target, isIntersecting } of entries) {
    const one = find(target);
    // What is near can wait until the page has done what it came for.
    if (one && isIntersecting) (self.requestIdleCallback ?? setTimeout)(() => rouse(one));
  }
}

function feel(event: Event) {
  const { type, target } = event;
  // Arrow keys click on the radios that they pass, and decide nothing.
  if (type === 'keydown' || type === 'pointerdown')
    isByArrow = !!(event as KeyboardEvent).key?.startsWith('Arrow');
  const one = find(target);
  if (!one || one.isPassing) return;
  if (type === 'submit') {
    const { submitter } = event as SubmitEvent;
    hold(one, event, target as HTMLFormElement, (form) => (form as HTMLFormElement).requestSubmit(submitter));
  } else if (type === 'click') {
    const element = (target as Element).closest<HTMLInputElement>(pressable);
    const { button, ctrlKey, metaKey, shiftKey } = event as MouseEvent;
    if (element && !button && !ctrlKey && !metaKey && !shiftKey)
      hold(one, event, element, (pressed) => pressed.click());
  }
  rouse(one);
}

function hold(one: Watched, event: Event, element: Pressable, again: (element: Pressable) => void) {
  const { type, name } = element;
  // Of several with one name, the last is what was meant; and pressed twice is pressed once.
  for (const other of one.held.keys()) if (name && other.name === name) one.held.delete(other);
  // A radio is picked by itself, and stays so.
  if (type !== 'radio') {
    event.preventDefault();
    event.stopImmediatePropagation();
  } else if (isByArrow) return;
  one.held.set(element, again);
  one.timer ??= setTimeout(letPass, patience, one);
}

function rouse(one: Watched) {
  one.wake().catch(() => letPass(one));
}

/** The code cannot be had, or not soon: a link and a form with an address of its own do without. All else goes on waiting. */
function letPass(one: Watched) {
  one.timer = undefined;
  one.isPassing = true;
  for (const [element, again] of one.held)
    if (worksAlone(element)) {
      one.held.delete(element);
      again(element);
    }
  one.isPassing = false;
}

function worksAlone(element: Pressable): boolean {
  const address = element.getAttribute('href') ?? (element.form ?? element).getAttribute('action');
  // `javascript:` is how React writes a function.
  return element.type !== 'button' && /^(?!#|javascript:)./.test(address ?? '');
}

/** One inside another wakes with the outer one. */
function find(target: EventTarget | null): Watched | undefined {
  let found: Watched | undefined;
  for (let at = target as Element | null; at && !found; at = at.parentElement) found = watched.get(at);
  return found;
}
