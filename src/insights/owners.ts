/** Somebody at a moment of a session. */
interface Sighting {
  readonly session: string;
  readonly visitor: string | undefined;
  readonly time: number;
  readonly view: string;
  readonly seq: number;
}

/**
 * Whose sessions are. Until visitors consent, events carry their session alone, and the visitor from then on: all of the session is
 * that visitor's. Of several the first one in the order of rows, whichever comes in first.
 */
export class Owners {
  readonly #first = new Map<string, { -readonly [Key in keyof Sighting]: Sighting[Key] }>();

  see({ session, visitor, time, view, seq }: Sighting): void {
    if (visitor === undefined) return;
    const first = this.#first.get(session);
    if (!first) this.#first.set(session, { session, visitor, time, view, seq });
    else if (
      time < first.time ||
      (time === first.time && (view < first.view || (view === first.view && seq < first.seq)))
    )
      Object.assign(first, { visitor, time, view, seq });
  }

  /** The visitor of a session, once all has been seen; undefined where nobody is known in it. */
  of(session: string): string | undefined {
    return this.#first.get(session)?.visitor;
  }
}
