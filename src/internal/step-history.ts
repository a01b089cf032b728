/** A place among the steps of an ask, as the browser's history keeps it. */
interface StepMark {
  /** Place in the trail. */
  readonly at: number;
  readonly turn: number;
  /** The ending after that place, where nothing was sent. */
  readonly ending?: string | undefined;
  /** Entries of this ask before this one. */
  readonly n: number;
  /** Place of the review that asked for this step. */
  readonly review?: number | undefined;
}

/**
 * Makes the browser's Back and Forward go from step to step. Each step gets an entry with the same address; the router's own
 * notes in the entry stay, so that it takes the entry for its own page. Entries that are not ours, such as those of
 * anchors on the page, are let pass, and so are steps of another ask: who made an entry stands in it. `read` gives the ask,
 * such as `step-form|quote`, and whether it wants this at all.
 */
export function createStepHistory(
  read: () => { readonly ask: string; readonly isOn: boolean },
  here: () => Pick<StepMark, 'at' | 'turn' | 'ending'>,
  isOver: () => boolean,
  go: (mark: StepMark) => void,
) {
  const key = () => `smallyes:${read().ask}`;
  const markOf = (state: unknown): StepMark | undefined => {
    // An entry of an earlier build of the kit does not say who has made it.
    const { smallyes = key(), [key()]: mark } = Object(state) as Readonly<Record<string, StepMark | string>>;
    // Steps of another ask carry the mark of ours along, and are none of ours: only the first entry may be anybody's.
    return read().isOn && (smallyes === key() || (mark as StepMark | undefined)?.n === 0)
      ? (mark as StepMark)
      : undefined;
  };
  /** That of the entry that the visitor was on last. */
  let depth = 0;
  /** When the browser was last asked to go back, until it has. */
  let asked = 0;
  const write = (n: number, isNew?: boolean, review?: number) => {
    if (!read().isOn) return;
    depth = n;
    const { state } = history;
    const theirs = typeof state === 'object' ? state : { state };
    const mark: StepMark = { ...here(), n, review };
    const next = { ...theirs, [key()]: mark, ...(isNew && { smallyes: key() }) };
    try {
      history[isNew ? 'pushState' : 'replaceState'](next, '');
    } catch {
      // Browsers refuse too many entries in a short time: the ask goes on without.
    }
  };
  let skipping: ReturnType<typeof setTimeout> | undefined;
  const mark = () => markOf(history.state);
  const isHere = (one: StepMark) => {
    const { at, turn, ending } = here();
    return one.at === at && one.turn === turn && one.ending === ending;
  };
  const back = () => {
    const now = mark();
    const isOurs = !!now?.n && isHere(now);
    // The browser takes its time, or does not go at all: a second press on the way would lead one further, and at last off the page.
    if (isOurs && asked + 1_000 < (asked = Date.now())) history.back();
    return isOurs;
  };
  const pop = ({ state }: PopStateEvent) => {
    const to = markOf(state);
    asked = 0;
    if (!to) return;
    const isBack = depth > (depth = to.n);
    // Of what is sent no step is left to go to: one press goes over all of its entries, and stays on the page.
    if (isOver()) {
      clearTimeout(skipping);
      // A visitor who presses twice is let go first, or both ways back would add up.
      skipping = setTimeout(() => {
        const n = mark()?.n;
        if (n) history.go(-n);
      }, 50);
    } else if (!isHere(to)) go(to);
    // Two entries can come to be one place, where a step is asked in fewer parts than before: no press leads nowhere.
    else if (isBack) back();
  };

  return {
    /** The entry that the page stands on, if it is one of this ask. */
    mark,
    /** Notes where the visitor is, before the first step away from there. */
    before() {
      if (!mark()) write(0);
    },
    push(review?: number) {
      write((mark()?.n ?? 0) + 1, true, review);
    },
    /** Notes the same entry anew; with 0 as the first of a new way, since what an earlier page left is no way back of this one. */
    replace(n = mark()?.n) {
      if (mark()) write(n ?? 0);
    },
    /** Goes back by the browser, if the entry before is one of this form. */
    back,
    listen() {
      addEventListener('popstate', pop);
    },
    stop() {
      clearTimeout(skipping);
      removeEventListener('popstate', pop);
    },
  };
}
