/** An ask that a server wrote and whose code is not there yet. */
export interface Watched {
  /** Brings the code. Rejects when it cannot be had now. */
  wake(): Promise<void>;
  /** What was pressed meanwhile, in order, and how it is pressed again. */
  readonly held: Map<Pressable, (element: Pressable) => void>;
  /** The code could not be had. A pointer that passes does not ask for it again. */
  isLost?: boolean;
  /** What an element of the server became where React wrote all anew. */
  twinOf?: ((element: Element) => Element | undefined) | undefined;
}

/** The props of an ask that tell when it is meant. */
export interface Called {
  readonly id?: string | undefined;
  /** A dialog opens by a name of its own in the address. */
  readonly hash?: string | undefined;
  /** The page itself opens it. */
  readonly open?: boolean | undefined;
}

type Pressable = HTMLInputElement | HTMLFormElement;

/** How long a press waits before links and forms do what they do without our code. Milliseconds. */
const patience = 3_000;
/** What a press means something for. What is typed into needs nobody. */
const pressable = 'a[href],button,[type=radio],[type=checkbox]';

/** By their elements, by their ids, which triggers elsewhere have, and by their names in the address. */
const watched = new Map<Element | string | undefined, Watched>();
let isByArrow = false;
/** A press is being handed to the browser. */
let isPassing = false;

/**
 * Wakes `one` when a visitor gets near `root`, presses a trigger of it elsewhere, or it is called by the hash of the address or by the
 * page, and holds back what is pressed meanwhile. Ends with the function that it gives back.
 */
export function watchOver(root: Element, one: Watched, id?: string, hash = id, open?: boolean): () => void {
  if (!watched.size) listen(addEventListener);
  // What is no ASCII stands in the address as its bytes.
  const names = [root, `${id}`, `#${encodeURI(`${hash}`)}`];
  for (const name of names) watched.set(name, one);
  const observer =
    self.IntersectionObserver &&
    new IntersectionObserver(
      (boxes) => {
        if (!boxes.some((box) => box.isIntersecting)) return;
        // What is near can wait until the page has done what it came for, unless it never has.
        self.requestIdleCallback?.(() => rouse(one), { timeout: 2_000 }) ?? rouse(one);
      },
      // The second for what scrolls by itself inside the page; TypeScript does not know it yet.
      { rootMargin: '50% 0px', scrollMargin: '50%' } as IntersectionObserverInit,
    );
  if (open || names.includes(location.hash)) rouse(one);
  // Its own box is empty: that of its children counts.
  for (const box of root.children) {
    observer?.observe(box);
    // A server that is still writing has left a template here, which nobody comes near.
    if (!observer || box.matches('template,:focus-within')) rouse(one);
  }
  return () => {
    observer?.disconnect();
    for (const name of names) watched.delete(name);
    if (!watched.size) listen(removeEventListener);
  };
}

/** Presses what was held, or what it became, now that the code is there. */
export function pressAgain({ held, twinOf }: Watched): void {
  for (const [element, again] of held) {
    const twin = element.isConnected ? element : (twinOf?.(element) as Pressable | undefined);
    // One after the other: React answers each press once it has finished this.
    if (twin) setTimeout(again, 0, twin);
  }
  // What still waits for its time finds nothing.
  held.clear();
}

/** On the window: React stops what falls on markup that it has not taken over, and its root may be the document. */
function listen(turn: typeof addEventListener) {
  for (const type of ['pointerover', 'pointerdown', 'focusin', 'keydown', 'click', 'submit'])
    turn(type, feel, true);
  for (const type of ['hashchange', 'online']) turn(type, lookAgain);
}

/** The address calls one, or the network is back, and what was near is near. */
function lookAgain() {
  for (const [name, one] of watched) if (one.isLost || name === location.hash) rouse(one);
}

function feel(event: Event) {
  const { type } = event;
  // Outside of a shadow tree, the target of an event is the host.
  const [target] = event.composedPath();
  // Arrow keys click on the radios that they pass, and decide nothing.
  if (/down/.test(type)) isByArrow = /^Arrow/.test((event as KeyboardEvent).key);
  const one = find(target);
  if (!one || isPassing) return;
  if (type === 'submit') {
    const { submitter } = event as SubmitEvent;
    hold(one, event, target as HTMLFormElement, (form) => (form as HTMLFormElement).requestSubmit(submitter));
  } else if (type === 'click') {
    const element = (target as Element).closest<HTMLInputElement>(pressable);
    const { ctrlKey, metaKey, shiftKey } = event as MouseEvent;
    if (element && !ctrlKey && !metaKey && !shiftKey) {
      const { checked, type } = element;
      hold(one, event, element, (pressed) => {
        // It is ticked by itself already; what it means for the ask comes with a click.
        if (type === 'checkbox') pressed.checked = !checked;
        pressed.click();
      });
    }
  }
  if (!one.isLost || type !== 'pointerover') rouse(one);
}

function hold(one: Watched, event: Event, element: Pressable, again: (element: Pressable) => void) {
  const { type, name } = element;
  const isBox = type === 'checkbox';
  if (type === 'radio') {
    // Of several picks the last is what was meant.
    for (const other of one.held.keys())
      if (other.type === type && other.name === name) one.held.delete(other);
    if (isByArrow) return;
  } else if (!isBox) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }
  // A box that is ticked twice is as it was.
  if (!isBox || !one.held.delete(element)) one.held.set(element, again);
  setTimeout(letPass, patience, one);
}

function rouse(one: Watched) {
  one.wake().catch(() => {
    one.isLost = true;
    letPass(one);
  });
}

/** The code cannot be had, or not soon: a link and a form with an address of its own do without. All else goes on waiting. */
function letPass(one: Watched) {
  isPassing = true;
  for (const [element, again] of one.held)
    if (element.isConnected && worksAlone(element)) {
      one.held.delete(element);
      again(element);
    }
  isPassing = false;
}

function worksAlone(element: Pressable): boolean {
  const address = element.getAttribute('href') ?? (element.form ?? element).getAttribute('action');
  // `javascript:` is how React writes a function.
  return !/^(button|radio|checkbox)$/.test(element.type) && /^(?!javascript:)./.test(address ?? '');
}

/** One inside another wakes with the outer one. */
function find(target: EventTarget | undefined): Watched | undefined {
  let found: Watched | undefined;
  for (let at = target as HTMLElement | null | undefined; at && !found; at = at.parentElement)
    found = watched.get(at) ?? watched.get(at.dataset?.['syOpens']);
  return found;
}
