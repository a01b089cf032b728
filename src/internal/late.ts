/** A part of an ask that its first paint and first decision do not need. */
export interface Late<Part> {
  /** The part, once it is there. */
  get(): Part | undefined;
  /** Brings it; ends when it is there, or cannot be had. Call it as often as you like. */
  load(): Promise<void>;
}

/** React's `use` does not wait for a promise that says so itself. */
interface Arrival extends Promise<void> {
  status?: 'fulfilled';
}

/** A part that comes by `bring`, which is called once: `late(() => import('./poll-answered.tsx'))`. */
export function late<Part>(bring: () => Promise<Part>): Late<Part> {
  let part: Part | undefined;
  let coming: Arrival | undefined;
  const arrive = (brought?: Part) => {
    part = brought;
    if (coming) coming.status = 'fulfilled';
  };
  return {
    get: () => part,
    // Without it the ask goes on as it is: a visitor offline is no failure of the page.
    load: () => (coming ??= bring().then(arrive, () => arrive())),
  };
}

/** A part that is there from the start, as on a server, where nothing can be waited for. */
export function atOnce<Part>(part: Part): Late<Part> {
  const there: Arrival = Promise.resolve();
  there.status = 'fulfilled';
  return { get: () => part, load: () => there };
}
