/** A part of an ask that its first paint and first decision do not need. */
export interface Late<Part> {
  /** The part, once it is there. */
  get(): Part | undefined;
  /**
   * Brings it; ends when it is there, or cannot be had. Call it as often as you like: what could not be had is asked for again
   * only with an `event`, a visitor's turning to the ask.
   */
  load(event?: unknown): Promise<void>;
}

/** React's `use` does not wait for a promise that says so itself. */
interface Arrival extends Promise<void> {
  status?: 'fulfilled';
}

/** A part that comes by `bring`, which is called once unless it fails: `late(() => import('./poll-answered.tsx'))`. */
export function late<Part>(bring: () => Promise<Part>): Late<Part> {
  let part: Part | undefined;
  let coming: Arrival | undefined;
  const arrive = (brought?: Part) => {
    part = brought;
    if (coming) coming.status = 'fulfilled';
  };
  return {
    get: () => part,
    load(event) {
      // Without it the ask goes on as it is: a visitor offline is no failure of the page.
      if (!coming || (event && coming.status && !part)) coming = bring().then(arrive, () => arrive());
      return coming;
    },
  };
}

/** A part that is there from the start, as on a server, where nothing can be waited for. */
export function atOnce<Part>(part: Part): Late<Part> {
  const there: Arrival = Promise.resolve();
  there.status = 'fulfilled';
  return { get: () => part, load: () => there };
}
