import type { CheckedEvent } from './channel.ts';

/** One line of the panel. */
export interface LogEntry extends CheckedEvent {
  /** Counts up from 1 since the log was cleared. */
  readonly line: number;
}

/** What the panel shows. A new object after each change. */
export interface LogState {
  /** Oldest first. */
  readonly entries: readonly LogEntry[];
  /** How many old entries made room for newer ones. */
  readonly dropped: number;
}

/** The story's events. Kept outside React, so that nothing is lost while another panel is open. */
export interface EventLog {
  add(checked: CheckedEvent): void;
  clear(): void;
  state(): LogState;
  subscribe(listener: () => void): () => void;
}

const empty: LogState = Object.freeze({ entries: Object.freeze([]), dropped: 0 });

/** Makes a log that keeps the latest `capacity` events. */
export function createEventLog(capacity = 200): EventLog {
  const listeners = new Set<() => void>();
  let state = empty;
  let lines = 0;
  const set = (next: LogState) => {
    state = next;
    for (const listener of [...listeners]) listener();
  };
  return {
    add({ event, problems }) {
      const isTwin = state.entries.some((entry) => entry.event.id === event.id);
      lines += 1;
      const entry = {
        event,
        problems: isTwin ? [...problems, 'id: the same event came before'] : problems,
        line: lines,
      };
      const entries = [...state.entries, entry].slice(-capacity);
      set({ entries, dropped: lines - entries.length });
    },
    clear() {
      lines = 0;
      set(empty);
    },
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** The entries that a visitor's yes made. */
export function commitmentsOf(entries: readonly LogEntry[]): readonly LogEntry[] {
  return entries.filter(({ event }) => event.phase === 'committed');
}

/** How many of each there are, as the panel's heading says it. */
export function countsOf(entries: readonly LogEntry[]): {
  readonly events: number;
  readonly commitments: number;
  readonly faulty: number;
} {
  return {
    events: entries.length,
    commitments: commitmentsOf(entries).length,
    faulty: entries.filter(({ problems }) => problems.length > 0).length,
  };
}
