type Callback = (...given: unknown[]) => unknown;
type Begin = (run: Callback, ...rest: unknown[]) => unknown;

/** What begins a timer, and what ends it. */
const timers = [
  ['setTimeout', 'clearTimeout'],
  ['setInterval', 'clearInterval'],
  ['setImmediate', 'clearImmediate'],
  ['requestAnimationFrame', 'cancelAnimationFrame'],
  ['requestIdleCallback', 'cancelIdleCallback'],
] as const;

/** A batch that waits, looks at its pace and waits again is sent by then. */
const rounds = 20;

/**
 * Runs `act` with a way to let all time pass at once that its timers wait for, however long. They also run by themselves, as
 * real or fake as they are; afterwards the page has its own again.
 */
export async function withTime(act: (pass: () => Promise<void>) => Promise<void>): Promise<void> {
  const page = globalThis as unknown as Record<string, Callback | undefined>;
  const pending = new Map<unknown, () => void>();
  const originals = new Map(timers.flat().map((name) => [name, page[name]]));
  for (const [begins, ends] of timers) {
    const begin = originals.get(begins) as Begin | undefined;
    const end = originals.get(ends);
    if (!begin || !end) continue;
    const isOnce = begins !== 'setInterval';
    const stop = (id: unknown) => {
      pending.delete(id);
      return end.call(globalThis, id);
    };
    page[ends] = stop as Callback;
    page[begins] = ((run: Callback, ...rest: unknown[]) => {
      const given = begins === 'setTimeout' || begins === 'setInterval' ? rest.slice(1) : rest;
      const once: Callback = (...own) => {
        if (isOnce) pending.delete(id);
        return run(...own);
      };
      const id: unknown = begin.call(globalThis, once, ...rest);
      pending.set(id, () => {
        if (isOnce) stop(id);
        run(...given);
      });
      return id;
    }) as Callback;
  }
  try {
    await act(async () => {
      for (let round = 0; round < rounds; round++) {
        for (const run of [...pending.values()]) run();
        // What was begun by promises goes on between two timers.
        for (let turn = 0; turn < rounds; turn++) await undefined;
      }
    });
  } finally {
    for (const [name, original] of originals) if (original) page[name] = original;
  }
}
