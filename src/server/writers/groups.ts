/** Takes batches of rows; those that come while others are being written are written together. */
export interface Groups<Row, Result> {
  /** Resolves when the batch is written. One whose signal aborts before its turn is not written. */
  readonly add: (rows: readonly Row[], options: { readonly signal: AbortSignal }) => Promise<Result>;
  /** Runs alone, between two groups. */
  readonly alone: <T>(run: () => Promise<T>) => Promise<T>;
}

interface Waiting<Row, Result> {
  readonly rows: readonly Row[];
  readonly signal: AbortSignal;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/** Rows that wait at most. When a disk or a server stands still, memory must not fill up. */
const maxWaiting = 50_000;

/**
 * `write` gets several batches, of `maxGroup` rows together unless one alone has more, and gives the result of each. They
 * succeed or fail together. `linger` are milliseconds to wait for more.
 */
export function createGroups<Row, Result>(
  write: (batches: readonly (readonly Row[])[]) => Promise<readonly Result[]>,
  maxGroup: number,
  linger = 0,
): Groups<Row, Result> {
  const waiting: Waiting<Row, Result>[] = [];
  let count = 0;
  let turn: Promise<unknown> = Promise.resolve();
  let isDue = false;

  async function writeGroup(): Promise<void> {
    isDue = false;
    const group: Waiting<Row, Result>[] = [];
    let size = 0;
    while (waiting[0] && (size === 0 || size + waiting[0].rows.length <= maxGroup)) {
      const next = waiting.shift() as Waiting<Row, Result>;
      count -= next.rows.length;
      if (next.signal.aborted) next.reject(next.signal.reason);
      else {
        group.push(next);
        size += next.rows.length;
      }
    }
    if (waiting.length > 0) due();
    if (group.length === 0) return;
    try {
      const results = await write(group.map(({ rows }) => rows));
      for (const [index, one] of group.entries()) one.resolve(results[index] as Result);
    } catch (error) {
      for (const one of group) one.reject(error);
    }
  }

  function due(): void {
    if (isDue) return;
    isDue = true;
    turn = turn.then(async () => {
      if (linger > 0) await new Promise((resolve) => setTimeout(resolve, linger));
      await writeGroup();
    });
  }

  return {
    add: (rows, { signal }) =>
      new Promise((resolve, reject) => {
        if (count + rows.length > maxWaiting)
          return reject(new Error(`${count} events wait to be written already.`));
        waiting.push({ rows, signal, resolve, reject });
        count += rows.length;
        due();
      }),
    alone(run) {
      const done = turn.then(run);
      turn = done.catch(() => {});
      return done;
    },
  };
}

/** Tells each batch which of its ids are new. An id that two batches brought at the same time is the first one's. */
export function shareOut(
  batches: readonly (readonly { readonly id: string }[])[],
  fresh: ReadonlySet<string>,
): { readonly inserted: readonly string[] }[] {
  const left = new Set(fresh);
  return batches.map((rows) => ({ inserted: rows.map(({ id }) => id).filter((id) => left.delete(id)) }));
}
