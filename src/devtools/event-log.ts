import type { CommitmentEvent } from '../events/index.ts';

/** One event of the list. */
export interface LogRow {
  /** Counts up from 1. */
  readonly line: number;
  readonly event: CommitmentEvent;
}

/** What the list shows. A new object after each change. */
export interface LogState {
  /** Oldest first. */
  readonly rows: readonly LogRow[];
  /** How many older ones made room. */
  readonly dropped: number;
}

/** The latest events. Taking one costs next to nothing; who watches is told once a frame. */
export interface EventLog {
  readonly add: (event: CommitmentEvent) => void;
  clear(): void;
  readonly state: () => LogState;
  readonly subscribe: (listener: () => void) => () => void;
}

const none: LogState = Object.freeze({ rows: Object.freeze([]), dropped: 0 });

/** Makes a log that keeps the latest `capacity` events. */
export function createEventLog(capacity = 500): EventLog {
  const listeners = new Set<() => void>();
  let rows: LogRow[] = [];
  let lines = 0;
  let state = none;
  let isStale = false;
  let frame = 0;

  const refresh = () => {
    isStale = false;
    const kept = rows.slice(-capacity);
    state = { rows: kept, dropped: lines - kept.length };
  };
  const change = () => {
    isStale = true;
    if (frame || !listeners.size) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      refresh();
      for (const listener of [...listeners]) listener();
    });
  };
  return {
    add(event) {
      rows.push({ line: ++lines, event });
      // In lots, because each cut moves all that stay.
      if (rows.length >= capacity * 2) rows = rows.slice(-capacity);
      change();
    },
    clear() {
      rows = [];
      lines = 0;
      change();
    },
    state() {
      if (isStale && !listeners.size) refresh();
      return state;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size) return;
        cancelAnimationFrame(frame);
        frame = 0;
      };
    },
  };
}
