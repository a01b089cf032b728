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
 * anchors on the page, are let pass. `read` gives the ask, such as `step-form|quote`, and whether it wants this at all.
 */
export function createStepHistory(
  read: () => { readonly ask: string; readonly isOn: boolean },
  here: () => Pick<StepMark, 'at' | 'turn' | 'ending'>,
  isOver: () => boolean,
  go: (mark: StepMark) => void,
) {
  const key = () => `smallyes:${read().ask}`;
  const markOf = (state: unknown): StepMark | undefined => {
    const mark = (state as Readonly<Record<string, Partial<StepMark>>> | null)?.[key()];
    return read().isOn &&
      typeof mark?.at === 'number' &&
      typeof mark.turn === 'number' &&
      typeof mark.n === 'number'
      ? (mark as StepMark)
      : undefined;
  };
  const write = (how: 'pushState' | 'replaceState', n: number, review?: number) => {
    if (!read().isOn) return;
    const { state } = window.history;
    const theirs = typeof state === 'object' ? state : { state };
    const mark: StepMark = { ...here(), n, ...(review !== undefined && { review }) };
    try {
      window.history[how]({ ...theirs, [key()]: mark }, '');
    } catch {
      // Browsers refuse too many entries in a short time: the ask goes on without.
    }
  };
  let skipping: ReturnType<typeof setTimeout> | undefined;
  const mark = () => markOf(window.history.state);
  const isHere = (one: StepMark) => {
    const { at, turn, ending } = here();
    return one.at === at && one.turn === turn && one.ending === ending;
  };
  const pop = ({ state }: PopStateEvent) => {
    const to = markOf(state);
    if (!to) return;
    // Of what is sent no step is left to go to: one press goes over all of its entries, and stays on the page.
    if (isOver()) {
      clearTimeout(skipping);
      // A visitor who presses twice is let go first, or both ways back would add up.
      skipping = setTimeout(() => {
        const n = mark()?.n;
        if (n) window.history.go(-n);
      }, 50);
    } else if (!isHere(to)) go(to);
  };

  return {
    /** The entry that the page stands on, if it is one of this ask. */
    mark,
    /** Notes where the visitor is, before the first step away from there. */
    before() {
      if (!mark()) write('replaceState', 0);
    },
    push(review?: number) {
      write('pushState', (mark()?.n ?? 0) + 1, review);
    },
    replace() {
      if (mark()) write('replaceState', mark()?.n ?? 0);
    },
    /** Makes the entry the first of a new way: what an earlier page left there is no way back of this one. */
    begin() {
      if (mark()) write('replaceState', 0);
    },
    /** Goes back by the browser, if the entry before is one of this form. */
    back(): boolean {
      const now = mark();
      if (!now?.n || !isHere(now)) return false;
      window.history.back();
      return true;
    },
    listen() {
      window.addEventListener('popstate', pop);
    },
    stop() {
      clearTimeout(skipping);
      window.removeEventListener('popstate', pop);
    },
  };
}
