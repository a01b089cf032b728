import type { CommitmentEvent, Grade, Tracker } from '../events/index.ts';

/** Options of {@link consoleTracker}. */
export interface ConsoleTrackerOptions {
  /** Name of the tracker. Default `'console'`. */
  readonly name?: string;
  /** Where to write. Default: the console's `log`. */
  readonly log?: (text: string, event: CommitmentEvent) => void;
}

const sizes: Readonly<Record<Grade, string>> = { 1: 'weak', 2: 'medium', 3: 'strong' };

/** Writes each event to the console: one readable line, and the event itself. For development. */
export function consoleTracker(options: ConsoleTrackerOptions = {}): Tracker {
  const { name = 'console', log = (text, event) => console.log(text, event) } = options;
  return {
    name,
    // Writing to the visitor's own console tells nobody anything.
    purpose: 'functional',
    track(event) {
      log(
        `${event.kind} ${event.phase} (${sizes[event.grade]}) ${event.ask.id} ${JSON.stringify(event.data)}`,
        event,
      );
    },
  };
}
