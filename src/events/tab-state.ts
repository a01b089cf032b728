/** What all copies of the kit in one tab share, so that two bundles never hand out the same place in line. */
interface TabState {
  /** Place of the last event. */
  seq: number;
  /** Millisecond of the last id. */
  ms: number;
  /** Counter within that millisecond. */
  count: number;
  /** Random end of the ids of that millisecond. */
  tail?: string;
  /** Emitting is switched off for the whole tab. */
  off: boolean;
}

const key = Symbol.for('smallyes.tab');

/** The state of this tab, made at first use. */
export function tabState(): TabState {
  const tab = globalThis as { [key]?: TabState };
  return (tab[key] ??= { seq: 0, ms: 0, count: 0, off: false });
}

/**
 * Switches all emitting in this tab on or off, in every provider and every copy of the kit. Asks go on
 * working; nothing is recorded or sent. On by default.
 */
export function setEmitting(on: boolean): void {
  tabState().off = !on;
}
